// What an editor says that template tags of the old site stand for: `--tag card-quote=quote`.

export const tagMeanings = ['picture', 'embed', 'link', 'facts', 'quote', 'text', 'drop'] as const

export type TagMeaning = (typeof tagMeanings)[number]

/** By `tagKey`. */
export type TagMeanings = ReadonlyMap<string, TagMeaning>

export const isTagMeaning = (text: string): text is TagMeaning =>
  tagMeanings.some(meaning => meaning === text)

/** Tags, and the files that they include, are named with either dash. */
export const tagKey = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^.*\//, '')
    .replace(/\.\w+$/, '')
    .replaceAll('_', '-')
