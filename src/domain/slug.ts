// The word that stands for a name in a web address.

/** "José Núñez" → "jose-nunez"; letters of other scripts are kept. Empty when the name has no letter or digit. */
export const slugOfName = (name: string): string =>
  (
    name
      .normalize('NFKD')
      .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []
  ).join('-')
