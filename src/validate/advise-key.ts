// A word of a web address for what an editor wrote, for advice: one that keeps apart what is not the same.

import { slugOfName } from '../domain/slug.ts'

/** Signs that tell words apart, as people say them. */
const spoken: readonly (readonly [RegExp, string])[] = [
  [/\+/g, ' plus '],
  [/(?<=[\p{L}\p{N}])#/gu, ' sharp '],
  [/(?<=\d)\s*%/g, ' percent '],
  [/&/g, ' and '],
  [/(?<![\p{L}\p{M}\p{N}])\.(?=\p{L})/gu, ' dot '],
]

/** "C++" is " C plus  plus ": the characters that tell words apart, as words. */
export const withSpokenCharacters = (written: string): string =>
  spoken.reduce((text, [sign, words]) => text.replaceAll(sign, words), written)

/** What may go: letters and digits stay, and nobody would miss the rest. */
const plain = /^#?[\p{L}\p{M}\p{N}\s\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}_'",.:;/\\!?·…]*$/u

/** Null when a part of it would be lost: "C*" is not "c". `made`: the word for a name. */
export const adviseKey = (
  written: string,
  isKey: (word: string) => boolean,
  made: (name: string) => string = slugOfName,
): string | null => {
  const ofPath = nameInPath(written)
  if (isKey(ofPath)) return ofPath
  const said = withSpokenCharacters(written)
  const fit = made(said)
  return plain.test(said.trim()) && isKey(fit) ? fit : null
}

/** "content/stories/2024/10/24/storm.md", "/world/2024/10/24/storm/": its last name; else empty. */
const nameInPath = (written: string): string => {
  const [, name = ''] =
    /^(?:https?:\/|content)?\/\S*?([^/\s]+?)(?:\/(?:index\.html)?|\.md)?$|^(?:\S+\/)?([^/\s]+)\.md$/
      .exec(written)
      ?.filter(part => part !== undefined) ?? []
  return name
}

/** "ferries, shipping": quotation marks that keep a list together. Null for a word that is no list. */
export const adviseKeys = (written: string, isKey: (word: string) => boolean): string | null => {
  const words = written.split(/[,;،、；，]/).map(word => adviseKey(word.trim(), isKey))
  return words.length > 1 && words.every(word => word !== null)
    ? `write them one by one, with a comma between them: ${words.join(', ')}`
    : null
}
