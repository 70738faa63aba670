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
    try {
      return [name, await minify(source, options)]
    } catch (error) {
      const reason = (error as Error).message.split('\n')[0]
      throw new Error(`_includes/${name} is not balanced HTML by itself: ${reason}`)
    }
  })
  return new Map(await Promise.all(minified))
}

const minifyCss = async (source: string): Promise<string> => {
  const page = await minify(`<style>${source}</style>`, { minifyCSS: true })
  return page.slice('<style>'.length, -'</style>'.length)
}
