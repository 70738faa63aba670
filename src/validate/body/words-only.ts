// A text without its blanks and punctuation: what is left of it wherever markdown puts its marks.

// Markdown trims the blanks of all scripts, and puts U+FFFD where a text says NUL.
const notWords =
  /[\0-/:-@[-`{-\u00bf\u1680\u2000-\u206f\u3000-\u303f\ufeff\uff00-\uff0f\uff1a-\uff20\ufffd]+/g

export const wordsOnly = (text: string): string => text.replace(notWords, '')

const isAsciiWord = Uint8Array.from({ length: 128 }, (_, code) =>
  /[a-z\d]/i.test(String.fromCharCode(code)) ? 1 : 0,
)

/** The same of one UTF-16 code unit. */
export const isOfWord = (code: number): boolean => {
  if (code < 128) return isAsciiWord[code] === 1
  if (code < 0x2000) return code >= 0xc0 && code !== 0x1680
  if (code < 0xfeff) return code > 0x206f && (code < 0x3000 || code > 0x303f)
  return (
    code !== 0xfeff && (code < 0xff00 || code > 0xff20 || (code > 0xff0f && code < 0xff1a)) && code !== 0xfffd
  )
}

/** Whether two texts have the same words in the same order, wherever their marks stand. */
export const haveSameWords = (one: string, other: string): boolean => {
  let at = 0
  let otherAt = 0
  for (;;) {
    while (at < one.length && !isOfWord(one.charCodeAt(at))) at++
    while (otherAt < other.length && !isOfWord(other.charCodeAt(otherAt))) otherAt++
    if (at === one.length || otherAt === other.length) return at === one.length && otherAt === other.length
    if (one.charCodeAt(at++) !== other.charCodeAt(otherAt++)) return false
  }
}

/** Where the next word begins, or goes on, from here; behind the text if nowhere. */
export const nextWord = (text: string, at: number): number => {
  let index = at
  while (index < text.length && !isOfWord(text.charCodeAt(index))) index++
  return index
}

/** Where the word that stands here begins. Scripts without spaces have words without end. */
export const startOfWord = (text: string, at: number): number => {
  let index = at
  while (index > 0 && at - index < 40 && isOfWord(text.charCodeAt(index - 1))) index--
  return index
}

/** Where it ends. */
export const endOfWord = (text: string, at: number): number => {
  let index = at
  while (index < text.length && index - at < 40 && isOfWord(text.charCodeAt(index))) index++
  return index
}
