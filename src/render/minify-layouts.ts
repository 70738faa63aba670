// Minifies each layout once, so that the pages made from it need not be: no page costs a millisecond for it.

import { minify } from 'html-minifier-terser'

/** Name below _includes/ → source. */
export type Layouts = ReadonlyMap<string, string>

const nunjucksTags = [/\{%[\s\S]*?%\}/, /\{\{[\s\S]*?\}\}/, /\{#[\s\S]*?#\}/]

const options = {
  collapseWhitespace: true,
  conservativeCollapse: true,
  removeComments: true,
  ignoreCustomFragments: nunjucksTags,
  keepClosingSlash: true,
  caseSensitive: true,
}

// What is not HTML is whitespace-sensitive, or has no comments to lose.
const verbatim = /(?:rss|sitemap|sitemap-index|robots)\.njk$/

export const minifyLayouts = async (layouts: Layouts): Promise<Layouts> => {
  const minified = [...layouts].map(async ([name, source]): Promise<[string, string]> => {
    if (name.endsWith('.css')) return [name, await minifyCss(source)]
    if (!name.endsWith('.njk') || verbatim.test(name)) return [name, source]
    return [name, await minifyLayout(name, source)]
  })
  return new Map(await Promise.all(minified))
}

const minifyLayout = async (name: string, source: string): Promise<string> => {
  const complain = (reason: string) =>
    new Error(`_includes/${name} is not balanced HTML by itself: ${reason.split('\n')[0]}`)
  const minified = await minify(source, options).catch((error: Error) => {
    throw complain(error.message)
  })
  // The minifier mends in silence: it drops a closing tag that it knows no opening for, and adds what is missing.
  const before = closingTags(source)
  const after = closingTags(minified)
  for (const tag of new Set([...before, ...after])) {
    const surplus = countOf(tag, before) - countOf(tag, after)
    if (surplus !== 0) throw complain(surplus > 0 ? `there is a ${tag}> too many` : `a ${tag}> is missing`)
  }
  return minified
}

const closingTags = (html: string): readonly string[] =>
  html.replace(/<!--[\s\S]*?-->|\{[%{#][\s\S]*?[%}#]\}/g, '').match(/<\/[a-z][^\s>]*/gi) ?? []

const countOf = (tag: string, tags: readonly string[]): number => tags.filter(other => other === tag).length

const minifyCss = async (source: string): Promise<string> => {
  const page = await minify(`<style>${source}</style>`, { minifyCSS: true })
  return page.slice('<style>'.length, -'</style>'.length)
}
