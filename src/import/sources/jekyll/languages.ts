// The folders of a Jekyll site that hold its languages, each the posts of one: "en/news/_posts/", "_posts/de/".

import { asText, asTexts, type Fields } from '../../fields/read-fields.ts'

export type JekyllLanguages = {
  /** As folders and names have them, "zh_cn". */
  readonly names: readonly string[]
  /** The language of a file by its path; null when its path names none. */
  readonly languageOf: (file: string) => string | null
}

/**
 * Those that the configuration lists. Else folders that are called like languages, where one is the language of the site
 * or English: sections may be called `uk` and `it`, too.
 */
export const findLanguages = (files: readonly string[], config: Fields): JekyllLanguages => {
  const own = asText(config.get('lang')) ?? asText(config.get('locale')) ?? asText(config.get('default_lang'))
  const stated = [...asTexts(config.get('languages'), /[\s,]+/), ...asTexts(config.get('locales'), /[\s,]+/)]
  const folders = [...new Set(files.flatMap(file => folderAt(file) ?? []))].filter(isLanguage).sort()
  const isCertain = folders.length > 1 && folders.some(each => each === own || /^en\b/.test(each))
  const names = stated.length > 0 ? stated : isCertain ? folders : []
  return {
    names,
    languageOf: file => {
      const named = [folderAt(file), /\.([\w-]+)\.\w+$/.exec(file)?.[1]]
      return named.find(name => name !== undefined && names.includes(name)) ?? null
    },
  }
}

/** The outermost folder of a post, or the one inside of the folder of posts. */
const folderAt = (file: string): string | undefined => {
  const [, above = '', inside = ''] = /^(.*?\/)?_(?:posts|drafts)\/(.*)$/.exec(file) ?? []
  return above.split('/').find(step => step !== '' && !step.startsWith('_')) ?? /^([^/]+)\//.exec(inside)?.[1]
}

const known = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

const isLanguage = (name: string): boolean => {
  if (!/^[a-z]{2}(?:[-_][a-z]{2,4})?$/i.test(name)) return false
  try {
    return known.of(name.replace('_', '-')) !== undefined
  } catch {
    return false
  }
}
