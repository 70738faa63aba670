// Minifies each layout once, so that the pages made from it need not be: no page costs a millisecond for it.

import { remember } from '../domain/remember.ts'
import { layoutFileOf } from '../domain/site-paths.ts'
import type { Layouts, MinifiedLayout } from '../store/rows.ts'
import { digestOf } from '../system/digest.ts'
import { findOpenBrace, findOpenTag } from './find-open.ts'

const nunjucksTags = [/\{%[\s\S]*?%\}/, /\{\{[\s\S]*?\}\}/, /\{#[\s\S]*?#\}/]

const options = {
  collapseWhitespace: true,
  conservativeCollapse: true,
  removeComments: true,
  ignoreCustomFragments: nunjucksTags,
  keepClosingSlash: true,
  caseSensitive: true,
}

// In files other than HTML white space counts, or there are no comments to remove.
const verbatim = /\.(?:xml|txt|json|js|opml|webmanifest)\.njk$/

/** `known`: a layout minified before. `keep`: called with each that is minified now. */
export const minifyLayouts = async (
  layouts: Layouts,
  known: (name: string) => MinifiedLayout | undefined = () => undefined,
  keep: (name: string, layout: MinifiedLayout) => void = () => {},
): Promise<Layouts> => {
  const minified = [...layouts].map(async ([name, source]): Promise<[string, string]> => {
    const sourceDigest = digestOf(source)
    const before = known(name)
    if (before?.sourceDigest === sourceDigest) return [name, before.text]
    const text = await minifyOnce(JSON.stringify([name, source]))
    keep(name, { sourceDigest, text })
    return [name, text]
  })
  return new Map(await Promise.all(minified))
}

/** By its name and source, as JSON. One process may build more than one edition, all of them from the same layouts. */
const minifyOnce = remember(500, (layout: string): Promise<string> => {
  const [name, source] = JSON.parse(layout) as [string, string]
  return minifyOne(name, source)
})

const minifyOne = async (name: string, source: string): Promise<string> => {
  if (name.endsWith('.css')) return minifyCss(name, source)
  return name.endsWith('.njk') && !verbatim.test(name) ? minifyLayout(name, source) : source
}

/** Loading it takes longer than publishing a story, and layouts seldom change. */
const loadMinifier = async () => (await import('html-minifier-terser')).minify

const minifyLayout = async (name: string, source: string): Promise<string> => {
  const complain = (reason: string) =>
    new Error(
      `${layoutFileOf(name)} is not balanced HTML by itself: ${reason.split('\n')[0]}; open and close each element in the same file`,
    )
  const minify = await loadMinifier()
  const minified = await minify(source, options).catch((error: Error) => {
    throw complain(error.message)
  })
  // The minifier repairs in silence: it drops a closing tag without an opening one, and adds a tag that is missing.
  const before = closingTags(source)
  const after = closingTags(minified)
  for (const tag of new Set([...before, ...after])) {
    const surplus = countOf(tag, before) - countOf(tag, after)
    if (surplus === 0) continue
    const where = findOpenTag(source, tag.slice(2))
    const fault = surplus > 0 ? `there is a ${tag}> too many` : `a ${tag}> is missing`
    throw complain(where === null ? fault : `${fault}: ${where}`)
  }
  return minified.replace(spaceOfAttributes, '')
}

/** What prints attributes prints the space before them as well; the minifier adds another. */
const spaceOfAttributes = / (?=\{\{ ?langAttributes\()/g

const closingTags = (html: string): readonly string[] =>
  html.replace(/<!--[\s\S]*?-->|\{[%{#][\s\S]*?[%}#]\}/g, '').match(/<\/[a-z][^\s>]*/gi) ?? []

const countOf = (tag: string, tags: readonly string[]): number => tags.filter(other => other === tag).length

const minifyCss = async (name: string, source: string): Promise<string> => {
  const open = findOpenBrace(source)
  if (open !== null)
    throw new Error(
      `${layoutFileOf(name)} is no sheet that browsers can read: ${open}; add what is missing, or remove it`,
    )
  const minify = await loadMinifier()
  const page = await minify(`<style>${source}</style>`, { minifyCSS: true })
  return page.slice('<style>'.length, -'</style>'.length)
}
