// The story or plain page that a page is made from, once more, to show where in it something is wrong.

import { join } from 'node:path'
import { readText } from '../system/files.ts'
import { splitFrontMatter } from './split-front-matter.ts'

/** `file` is relative to the site's root; null when the page is made of no single story. */
export const readPageSource = (root: string, file: string | null): SourceText | null =>
  file === null ? null : pageSourceOf(file, readText(join(root, file)) ?? '')

export const pageSourceOf = (file: string, text: string): SourceText => ({
  file,
  text,
  bodyStart: text.length - (splitFrontMatter(text)?.body ?? text).length,
})

/** The file that a page is made from, and where in it the front matter ends. */
export type SourceText = { readonly file: string; readonly text: string; readonly bodyStart: number }
