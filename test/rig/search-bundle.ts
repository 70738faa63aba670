// Asks a bundle of the search index as the search page does: with Pagefind's own script and the page's words.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectRoot } from './site-folder.ts'

type Result = { readonly data: () => Promise<{ readonly url: string; readonly excerpt: string }> } & {
  readonly id: string
}

type Pagefind = {
  readonly init: () => Promise<void>
  readonly search: (term: string, options: object) => Promise<{ readonly results: readonly Result[] }>
}

export type SearchWords = {
  readonly partsOfQuestion: (question: string) => readonly string[]
  readonly asWritten: (text: string) => string
  readonly find: (pagefind: Pagefind, question: string, options: object) => Promise<readonly Result[]>
}

/** Of the page's script. */
export const searchWords = (): SearchWords => {
  const page = readFileSync(join(projectRoot, '_includes/js/search.js'), 'utf8')
  const words = /^const strokes = [\s\S]*?(?=^\/\/ Which bundles)/m.exec(page)?.[0] ?? ''
  const find = /^const find = [\s\S]*?^}$/m.exec(page)?.[0] ?? ''
  return new Function(`${words}\n${find}\nreturn { partsOfQuestion, asWritten, find }`)() as SearchWords
}

/** `folder`: of a bundle, absolute. The addresses of the stories that are found, each with its excerpt as it is shown. */
export const createAsk = async (
  folder: string,
): Promise<(question: string) => Promise<Readonly<Record<string, string>>>> => {
  const words = searchWords()
  const fetchBefore = globalThis.fetch
  globalThis.fetch = async address => new Response(readFileSync(String(address).replace(/\?.*/, '')))
  const globals = globalThis as { document?: unknown; location?: unknown }
  globals.document = { querySelector: () => ({ getAttribute: () => 'en' }) }
  globals.location = new URL('https://site.example/')
  const { createInstance } = await import(/* @vite-ignore */ pathToFileURL(join(folder, 'pagefind.js')).href)
  const pagefind: Pagefind = createInstance({ basePath: `${folder}/`, noWorker: true, excerptEllipsis: '…' })
  await pagefind.init()
  return async question => {
    globalThis.fetch = async address => new Response(readFileSync(String(address).replace(/\?.*/, '')))
    const results = await words.find(pagefind, question, {})
    const found = await Promise.all(results.map(result => result.data()))
    globalThis.fetch = fetchBefore
    return Object.fromEntries(found.map(({ url, excerpt }) => [url, words.asWritten(excerpt)]))
  }
}
