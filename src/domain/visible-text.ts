// A text as it is shown to those who mend it: what would act on a terminal, turn a line or end it is a code that they see.

const odd =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\uffff]/g

/** Line breaks and tabs stay. */
export const visibleText = (text: string): string => text.replace(odd, codeOf)

/** Of what must stay in one line, such as the name of a file. */
export const visibleLine = (text: string): string => visibleText(text).replace(/[\t\n]/g, codeOf)

/** "<U+202E>" */
const codeOf = (character: string): string =>
  `<U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`
