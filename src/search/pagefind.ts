// The only file that knows Pagefind: pages in, a folder with their bundle out. Pagefind runs in a process of its own.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { PagefindIndex } from 'pagefind'
import { entryFile } from '../store/bundle.ts'
import { listFiles, readText } from '../system/files.ts'
import { isCutByPagefind } from './searchable-html.ts'

export type IndexPage = { readonly url: string; readonly html: string }

/** CSS selectors of elements without words that readers would search for. */
const ignored = ['video', 'audio', '.embed', 'summary', '.notes > h2', 'sup', '[role=doc-backlink]']

/** A bundle that was made with others is made again. */
export const indexSettings = { chunk: 5_000, ignored }

/** Pages that are on their way to Pagefind at once. */
const atOnce = 50

/** `version`: of Pagefind. */
type WrittenBundle = { readonly version: string }

/**
 * Makes `folder` anew, with the files that the page's script needs and no others. The same pages in the same order give
 * the same bytes. `language`: BCP 47, decides how words are cut to their stems. Throws a plain line when it fails.
 */
export const writeBundle = async (
  pages: Iterable<IndexPage>,
  language: string,
  folder: string,
  progress: (done: number) => void,
): Promise<WrittenBundle> => {
  rmSync(folder, { recursive: true, force: true })
  // A browser asks for one such piece for each word and bundle: a third of Pagefind's own size makes them a third as heavy.
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = String(indexSettings.chunk)
  const { createIndex, close } = await import('pagefind')
  const run = async () => {
    const base = new Intl.Locale(language).language
    const { index, errors } = await createIndex({
      forceLanguage: isCutByPagefind(base) ? 'und' : base,
      excludeSelectors: ignored,
    })
    if (!index) throw pagefindError(errors)
    await addPages(index, pages, progress)
    const written = await index.writeFiles({ outputPath: folder })
    if (written.errors.length > 0) throw pagefindError(written.errors)
  }
  const watch = watchProcess()
  try {
    await Promise.race([run(), watch.early])
  } finally {
    watch.forget()
    await close()
  }
  return removeUnneeded(folder)
}

const addPages = async (
  index: PagefindIndex,
  pages: Iterable<IndexPage>,
  progress: (done: number) => void,
): Promise<void> => {
  let done = 0
  let pending: ReturnType<PagefindIndex['addHTMLFile']>[] = []
  const settlePending = async () => {
    for (const { errors } of await Promise.all(pending)) if (errors.length > 0) throw pagefindError(errors)
    done += pending.length
    pending = []
    progress(done)
  }
  for (const { url, html } of pages) {
    pending.push(index.addHTMLFile({ url, content: html }))
    if (pending.length === atOnce) await settlePending()
  }
  await settlePending()
}

const pagefindError = (errors: readonly string[]): Error =>
  new Error(`Pagefind could not make the search index: ${errors.join('; ')}`)

/** When Pagefind's process dies, nothing is left to wait for, and Node would end in the middle of its work in silence. */
const watchProcess = () => {
  let fail = () => {}
  const early = new Promise<never>((_resolve, reject) => {
    fail = () => reject(pagefindError(['its process ended early, perhaps for lack of memory']))
  })
  process.once('beforeExit', fail)
  return { early, forget: () => process.off('beforeExit', fail) }
}

/** Pagefind brings several interfaces of its own. */
const removeUnneeded = (folder: string): WrittenBundle => {
  const { version, languages } = JSON.parse(readText(join(folder, entryFile)) ?? '') as {
    readonly version: string
    readonly languages: Readonly<Record<string, { readonly wasm: string | null }>>
  }
  const wasm = Object.values(languages)[0]?.wasm ?? 'unknown'
  const isNeeded = (file: string) =>
    file.includes('/') ||
    ['pagefind.js', entryFile, `wasm.${wasm}.pagefind`].includes(file) ||
    file.endsWith('.pf_meta')
  for (const file of listFiles(folder)) if (!isNeeded(file)) rmSync(join(folder, file))
  return { version }
}
