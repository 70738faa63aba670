// What lies in the search index of a published site, unpacked.

import { gunzipSync } from 'node:zlib'
import { bundleListFile, isIndexFile } from '../../src/store/bundle.ts'
import type { Files } from './site-folder.ts'

/** The files of the index as text: what is packed in them can be looked for. */
export const indexIn = (published: Files): Files =>
  Object.fromEntries(
    Object.entries(published)
      .filter(([file]) => isIndexFile(file))
      .map(([file, text]) => [file, unpacked(Buffer.from(text, 'latin1'))]),
  )

const unpacked = (bytes: Buffer): string =>
  (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString()

/** The bundles that readers are led to, the newest first. */
export const bundlesIn = (published: Files): readonly { readonly name: string; readonly stories: number }[] =>
  JSON.parse(published[bundleListFile] ?? '{"bundles":[]}').bundles

/** The addresses of the stories whose words lie in a bundle, sorted. */
export const storiesIn = (published: Files, bundle: string): readonly string[] =>
  Object.entries(indexIn(published))
    .filter(([file]) => file.startsWith(`search/${bundle}/fragment/`))
    .map(([, text]) => JSON.parse(text.slice(text.indexOf('{'))).url)
    .sort()

/** What leads a browser from the list to the words of a story, file by file, and is not there. */
export const missingIn = (published: Files): readonly string[] =>
  bundlesIn(published).flatMap(({ name }) => {
    const needed = [`search/${name}/pagefind.js`, `search/${name}/pagefind-entry.json`]
    const { languages } = JSON.parse(published[needed[1] ?? ''] ?? '{"languages":{}}')
    const of = Object.values(languages) as { readonly hash: string; readonly wasm: string | null }[]
    const metas = of.map(({ hash }) => `search/${name}/pagefind.${hash}.pf_meta`)
    const hashes = metas.flatMap(meta => namesIn(indexIn(published)[meta] ?? '', name, published))
    const programs = of.map(({ wasm }) => `search/${name}/wasm.${wasm ?? 'unknown'}.pagefind`)
    return [...needed, ...programs, ...metas, ...hashes].filter(file => !Object.hasOwn(published, file))
  })

/** The meta file names its pieces; all of them must be there, and none besides. */
const namesIn = (meta: string, bundle: string, published: Files): readonly string[] => {
  const folder = `search/${bundle}/`
  const pieces = Object.keys(published).filter(file => /\/(?:fragment|index|filter)\//.test(file))
  const ofBundle = pieces.filter(file => file.startsWith(folder))
  const named = [...meta.matchAll(/[a-z]{2}_[0-9a-f]{7,}/g)].map(([name]) => name)
  const isThere = (name: string) => ofBundle.some(file => file.includes(`/${name}.`))
  return named.filter(name => !isThere(name)).map(name => `${folder}*/${name}`)
}
