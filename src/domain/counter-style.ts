// How a stylesheet counts in the digits of a language.

/** CSS Counter Styles 3 by numbering system of the Unicode CLDR. */
const styles: Readonly<Record<string, string>> = {
  arab: 'arabic-indic',
  arabext: 'persian',
  beng: 'bengali',
  deva: 'devanagari',
  gujr: 'gujarati',
  guru: 'gurmukhi',
  khmr: 'khmer',
  knda: 'kannada',
  laoo: 'lao',
  mlym: 'malayalam',
  mymr: 'myanmar',
  orya: 'oriya',
  tamldec: 'tamil',
  telu: 'telugu',
  thai: 'thai',
  tibt: 'tibetan',
}

/** Of a BCP 47 tag; null for the digits that stylesheets count in anyway. */
export const counterStyle = (language: string): string | null =>
  styles[new Intl.NumberFormat(language).resolvedOptions().numberingSystem] ?? null
