// The quotation marks of each language, and the words that begin with an apostrophe.

import { remember } from './remember.ts'

/** Outer and inner marks, opening and closing. */
type QuotationMarks = readonly [string, string, string, string]

const english: QuotationMarks = ['“', '”', '‘', '’']
const low: QuotationMarks = ['„', '“', '‚', '‘']
const lowHigh: QuotationMarks = ['„', '”', '‚', '’']
const same: QuotationMarks = ['”', '”', '’', '’']
const pointed: QuotationMarks = ['«', '»', '“', '”']
const corners: QuotationMarks = ['「', '」', '『', '』']
const slavic: QuotationMarks = ['«', '»', '„', '“']

/** Unicode CLDR 46, `delimiters`; languages that are not here have those of English. */
const marks: Readonly<Record<string, QuotationMarks>> = {
  ar: ['”', '“', '’', '‘'],
  be: slavic,
  bg: low,
  ca: pointed,
  cs: low,
  da: english,
  de: low,
  el: pointed,
  es: pointed,
  et: ['„', '“', '«', '»'],
  fa: ['«', '»', '‹', '›'],
  fi: same,
  fr: ['«\u202f', '\u202f»', '“', '”'],
  he: same,
  hr: lowHigh,
  hu: ['„', '”', '»', '«'],
  hy: ['«', '»', '«', '»'],
  is: low,
  it: pointed,
  ja: corners,
  ka: ['„', '“', '«', '»'],
  lt: low,
  mk: low,
  nb: ['«', '»', '‘', '’'],
  nn: ['«', '»', '‘', '’'],
  no: ['«', '»', '‘', '’'],
  pl: ['„', '”', '«', '»'],
  ro: ['„', '”', '«', '»'],
  ru: slavic,
  sk: low,
  sl: low,
  sq: lowHigh,
  sr: ['„', '“', '’', '’'],
  sv: same,
  uk: slavic,
}

export type QuotingRules = {
  readonly marks: QuotationMarks
  /** Words after which an apostrophe is one, whatever follows: "'twas". Small letters. */
  readonly elided: ReadonlySet<string>
  /** The letter that ' stands for where a word goes on: the ʻokina of Polynesian languages, the ʻ of Uzbek. */
  readonly letter: string | null
}

/** No language but English has these words, so they may stand in a text of any. */
const anywhere =
  'tis twas twere twill twould twixt tween neath em n til nuff fraid scuse cuz coz cos kay sup tude ello ndrangheta ndrine ndrina'.split(
    ' ',
  )

const ofLanguage: Readonly<Record<string, readonly string[]>> = {
  af: ['n', 's', 't', 'k', 'm', 'r'],
  cy: ['r', 'n', 'i', 'u', 'ch', 'w', 'm'],
  de: ['s', 'n', 'ne', 'nen', 'nem', 'ner', 'nes', 'nauf', 'naus', 'nein'],
  nl: ['s', 't', 'n', 'k', 'm', 'r', 'ie', 'ns'],
}

const letters: Readonly<Record<string, string>> = { haw: 'ʻ', sm: 'ʻ', to: 'ʻ', ty: 'ʻ', uz: 'ʻ' }

/** `tag`: BCP 47. */
export const quotingRulesOf = remember(100, (tag: string): QuotingRules => {
  const { language, script } = new Intl.Locale(tag).maximize()
  return {
    // Chinese as it is written in Taiwan and Hong Kong.
    marks: script === 'Hant' ? corners : (marks[language] ?? english),
    elided: new Set([...anywhere, ...(ofLanguage[language] ?? [])]),
    letter: letters[language] ?? null,
  }
})
