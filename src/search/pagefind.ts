// The only file that knows Pagefind: pages in, a folder with a bundle of it out. Its program runs beside ours.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { entryFile } from '../store/bundle.ts'
import { listFiles, readText } from '../system/files.ts'
import { type IndexPage, ignored } from './page-for-index.ts'

/** Part of what a bundle is made of. */
export const indexing = { chunk: 5_000, ignored }

/** So many pages are on their way to it at once. */
const atOnce = 50

/** `version`: of Pagefind. */
type Entry = { readonly version: string }

/**
 * Leaves in `folder`, which is made anew, what the page's script needs, and nothing else. The same pages in the same order
 * give the same bytes. `language`: BCP 47, decides how words are cut to their stems. Throws a plain line when it fails.
 */
export const writeBundle = async (
  pages: Iterable<IndexPage>,
  language: string,
  folder: string,
  progress: (done: number) => void,
): Promise<Entry> => {
  rmSync(folder, { recursive: true, force: true })
  // A browser asks for one such piece for each word and bundle: a third of Pagefind's own size makes them a third as heavy.
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = String(indexing.chunk)
  const { createIndex, close } = await import('pagefind')
  const ended = untilItEnds()
  try {
    await Promise.race([run(), ended.early])
  } finally {
    ended.forget()
    await close()
  }
  return tidy(folder)

  async function run() {
    const { index, errors } = await createIndex({
      forceLanguage: new Intl.Locale(language).language,
      excludeSelectors: ignored,
    })
    if (!index) throw complain(errors)
    let done = 0
    let under: Promise<{ errors: string[] }>[] = []
    const settle = async () => {
      for (const { errors: faults } of await Promise.all(under)) if (faults.length > 0) throw complain(faults)
      done += under.length
      under = []
      progress(done)
    }
    for (const { url, html } of pages) {
      under.push(index.addHTMLFile({ url, content: html }))
      if (under.length === atOnce) await settle()
    }
    await settle()
    const written = await index.writeFiles({ outputPath: folder })
    if (written.errors.length > 0) throw complain(written.errors)
  }
}

const complain = (errors: readonly string[]): Error =>
  new Error(`Pagefind could not make the search index: ${errors.join('; ')}`)

/** When its program dies, nothing is left to wait for, and Node would end in the middle of it all without a word. */
const untilItEnds = () => {
  let tell = () => {}
  const early = new Promise<never>((_resolve, reject) => {
    tell = () => reject(complain(['its process ended early, perhaps for lack of memory']))
  })
  process.once('beforeExit', tell)
  return { early, forget: () => process.off('beforeExit', tell) }
}

/** It comes with several interfaces of its own. */
const tidy = (folder: string): Entry => {
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
