// Which way a language is written.

// Unicode CLDR 48: languages whose likely script runs from right to left, and scripts that a tag may name itself.
const languages = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi'])
const scripts = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'])

export type Direction = 'ltr' | 'rtl'

/** Of a BCP 47 tag: "ar-EG" is "rtl". */
export const directionOf = (language: string): Direction => {
  const { language: spoken, script } = new Intl.Locale(language)
  const isRightToLeft = script === undefined ? languages.has(spoken) : scripts.has(script)
  return isRightToLeft ? 'rtl' : 'ltr'
}
