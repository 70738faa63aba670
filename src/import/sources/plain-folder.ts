// A folder of markdown files that shows no generator, often the posts alone. It is read as Eleventy would.

import type { ArchiveSource } from './archive-source.ts'
import { eleventy } from './eleventy.ts'

export const plainFolder: ArchiveSource = {
  ...eleventy,
  name: 'a folder of markdown files',
  detect: () => 'likely',
}
