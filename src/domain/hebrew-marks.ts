// The double mark inside a Hebrew word: of an abbreviation (צה״ל), or a quotation behind a letter joined to it (ב״הארץ״).

const letter = /[\u05d0-\u05ea]/

/** Letters that Hebrew writes together with the word behind them: and, in, the, as, to, from, that. */
const prefixes = /^[בהוכלמש]{1,3}$/

const wordBefore = (text: string, at: number): string =>
  /[\u05d0-\u05ea]*$/.exec(text.slice(Math.max(0, at - 20), at))?.[0] ?? ''

/** Whether the mark at this place, between two Hebrew letters, opens a quotation: one more closes it soon. */
export const opensBehindPrefix = (text: string, at: number): boolean => {
  if (!letter.test(text[at + 1] ?? '') || !prefixes.test(wordBefore(text, at))) return false
  const behind = /^[^"]{2,200}"/u.exec(text.slice(at + 1, at + 202))?.[0]
  return behind !== undefined && !letter.test(text[at + 1 + behind.length] ?? '')
}

/** Whether the mark at this place is that of an abbreviation. */
export const isGershayim = (text: string, at: number): boolean =>
  letter.test(text[at - 1] ?? '') && letter.test(text[at + 1] ?? '') && !opensBehindPrefix(text, at)
