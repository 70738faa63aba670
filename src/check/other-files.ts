// The files that are published besides the pages: pictures, static files, and files that a newsroom's plugins add.

import type { RenderedPage } from '../pages/rendered-site.ts'
import { listFiles } from '../system/files.ts'

/** `folder`: where the pages were rendered. Names are relative to it. */
export const otherFiles = (folder: string, pages: readonly RenderedPage[]): readonly string[] => {
  const rendered = new Set(pages.map(page => page.output))
  return listFiles(folder).filter(file => !rendered.has(file))
}
