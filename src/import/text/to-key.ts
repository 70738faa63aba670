// Words as they stand in a web address, and back.

const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/** Lower-case letters and digits joined by hyphens; empty when the text has no Latin letter or digit. */
export const toKey = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, letter => letters[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/['’‘`]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

/** "john-donmoyer" as a name: "John Donmoyer". A text that is no key stays as it is. */
export const wordsOfKey = (text: string): string =>
  /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)
    ? text.replace(
        /(^|-)([a-z0-9])/g,
        (_, gap: string, letter: string) => (gap && ' ') + letter.toUpperCase(),
      )
    : text
