// The story or plain page that a page is made from, once more, to show where in it something is wrong.

import { join } from 'node:path'
import { readText } from '../system/files.ts'
import { splitFrontMatter } from './split-front-matter.ts'

/** `file` is relative to the site's root; null when the page is made of no single story. */
export const readPageSource = (root: string, file: string | null): SourceText | null => {
  const front = file === null ? null : splitFrontMatter(readText(join(root, file)) ?? '')
  return file === null || front === null ? null : { file, body: front.body, bodyLine: front.bodyLine }
}

/** The file that a page is made from, with its markdown and the line that this begins at. */
export type SourceText = { readonly file: string; readonly body: string; readonly bodyLine: number }
