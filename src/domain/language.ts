// What a language tag (BCP 47) tells about a page: which way it is read, how tall its letters stand, its name for Open Graph.

// Unicode CLDR 48: languages whose likely script runs from right to left, and scripts that a tag may name itself.
const languagesFromRight = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi'])
const scriptsFromRight = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'])

export type Direction = 'ltr' | 'rtl'

/** "ar-EG" is "rtl". */
export const directionOf = (tag: string): Direction => {
  const { language, script } = new Intl.Locale(tag)
  const isFromRight = script === undefined ? languagesFromRight.has(language) : scriptsFromRight.has(script)
  return isFromRight ? 'rtl' : 'ltr'
}

const lowScripts = new Set(['Latn', 'Cyrl', 'Grek', 'Armn', 'Geor', 'Hebr'])

/** "hi" is written in Devanagari, which joins its letters and stands tall: a stylesheet for Latin letters is too tight. */
export const isTallScript = (tag: string): boolean => {
  const { script } = new Intl.Locale(tag).maximize()
  return script !== undefined && !lowScripts.has(script)
}

/** ll_CC, with the likeliest country where the tag names none: "hi" is "hi_IN". */
export const ogLocale = (tag: string): string => {
  const { language, region } = new Intl.Locale(tag).maximize()
  return region === undefined ? language : `${language}_${region}`
}
