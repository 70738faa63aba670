// Straight quotation marks and apostrophes become those of the text's language.

import createMarkdownIt, { type MarkdownIt } from 'markdown-it'
import { contextOf } from './markdown-context.ts'
import type { MarkdownSite } from './markdown-site.ts'

/** Outer and inner marks, opening and closing: Unicode CLDR 46, `delimiters`. */
const marks: Readonly<Record<string, readonly [string, string, string, string]>> = {
  ar: ['”', '“', '’', '‘'],
  bg: ['„', '“', '‚', '‘'],
  cs: ['„', '“', '‚', '‘'],
  da: ['“', '”', '‘', '’'],
  de: ['„', '“', '‚', '‘'],
  el: ['«', '»', '“', '”'],
  en: ['“', '”', '‘', '’'],
  es: ['«', '»', '“', '”'],
  fa: ['«', '»', '‹', '›'],
  fi: ['”', '”', '’', '’'],
  fr: ['«\u202f', '\u202f»', '“', '”'],
  he: ['”', '”', '’', '’'],
  hu: ['„', '”', '»', '«'],
  it: ['«', '»', '“', '”'],
  ja: ['「', '」', '『', '』'],
  nb: ['«', '»', '‘', '’'],
  pl: ['„', '”', '«', '»'],
  ro: ['„', '”', '«', '»'],
  ru: ['«', '»', '„', '“'],
  sv: ['”', '”', '’', '’'],
  uk: ['«', '»', '„', '“'],
}

const englishMarks = ['“', '”', '‘', '’'] as const

/** `language`: BCP 47. */
const quotesOf = (language: string): readonly string[] =>
  marks[new Intl.Locale(language).language] ?? englishMarks

/** `site` is null where a text is only read, not shown. */
export const addQuotes = (markdown: MarkdownIt, site: MarkdownSite | null): void => {
  if (site === null) return
  markdown.set({ typographer: true })
  // "(c)" and "..." are what an editor wrote.
  markdown.disable('replacements')
  markdown.core.ruler.before('smartquotes', 'quotes_of_language', state => {
    const language = contextOf(state.env).language ?? site.language
    state.md.options.quotes = [...quotesOf(language)]
  })
}

/** HTML of a headline as it would stand in a text of the language. */
export const quotedIn = (words: string, language: string): string => {
  const markdown = createMarkdownIt('zero', { typographer: true, quotes: [...quotesOf(language)] })
  return markdown.enable('smartquotes').renderInline(words)
}
