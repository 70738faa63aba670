// What the pages say by themselves, in the language of their readers: _data/strings/<language>.yaml.

/** Each sentence with the words that it leaves open, which must all be filled in. */
export const sentences = {
  skip: [],
  sections: [],
  topics: [],
  series: [],
  bylines: [],
  archive: [],
  corrections: [],
  aboutSite: [],
  crumbs: [],
  publishedBy: ['site', 'publisher'],
  breaking: [],
  breakingNews: [],
  moreNews: [],
  timesIn: ['zone'],
  moreBySection: [],
  wholeBulletin: [],
  earlierBulletins: [],
  bulletins: [],
  months: [],
  older: [],
  newer: [],
  byMonth: ['name'],
  inMonth: ['name', 'month'],
  namesOf: ['names', 'site'],
  archiveOf: ['site'],
  by: ['authors'],
  published: ['time'],
  updated: ['time'],
  source: ['source'],
  bulletinOf: ['day'],
  moreIn: ['section'],
  related: [],
  newerStory: [],
  olderStory: [],
  partOf: ['number', 'count'],
  partsOf: ['series'],
  nextPart: [],
  previousPart: [],
  share: [],
  shareByMail: [],
  preferOnGoogle: [],
  shareOn: ['service'],
  app: [],
  draft: [],
  heldUntil: ['time'],
  live: [],
  newEntries: [],
  liveEnded: ['time'],
  earlierEntries: [],
  entriesBetween: ['from', 'to'],
  keyPoints: [],
  footnotes: [],
  footnote: ['number'],
  backToFootnote: ['number'],
  videoOn: ['service'],
  audioOn: ['service'],
  postOn: ['service'],
  captions: [],
  transcript: [],
  noSound: [],
  corrected: ['time'],
  correctionOf: ['date'],
  correctionsOf: ['site'],
  noCorrections: [],
  correctionTo: ['story'],
  withdrawn: [],
  withdrawnTitle: [],
  withdrawnAt: ['time'],
  withdrawnText: [],
  otherCorrections: [],
  storyMoved: ['story'],
  pageMoved: ['page'],
  goneTitle: [],
  goneText: [],
  notFound: [],
  notFoundText: ['site'],
  notFoundTitle: [],
  notFoundWhy: [],
  notFoundWithdrawn: [],
  latestBulletin: [],
  everyStory: [],
  everyTopic: [],
  everyByline: [],
  subscribe: [],
  subscribeTo: ['name'],
  subscribeText: [],
  feedAddresses: [],
  feedReaders: [],
  otherFeeds: [],
  allFeeds: [],
  search: [],
  searchOf: ['site'],
  searchWords: [],
  searchSection: [],
  searchYear: [],
  allSections: [],
  newestStories: [],
  allYears: [],
  searching: [],
  storiesFound: ['count', 'years'],
  moreStories: [],
  searchAllYears: [],
  notIndexed: [],
  searchFailed: [],
  searchNeedsScript: [],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** What is said of a number: one form for each of the language's plural categories. */
export const countedSentences = {
  allOfDay: ['count'],
  stories: ['count'],
  isCorrected: [],
  correctionNotes: [],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** A sentence that says nothing of a number. */
export type Sentence = keyof typeof sentences

/** By plural category of the Unicode CLDR: "one", "other"… */
export type PluralForms = Readonly<Record<string, string>>

/** A newsroom's own layouts may have more of them. */
export type Strings = Readonly<
  Record<keyof typeof sentences, string> & Record<keyof typeof countedSentences, PluralForms>
>

const open = /\{(\w+)\}/g

/** The words in braces. */
export const openWords = (sentence: string): readonly string[] =>
  [...sentence.matchAll(open)].map(([, word = '']) => word)

/** Throws when a word has nothing to be filled with. */
export const fillWords = (sentence: string, fillOf: (word: string) => string | undefined): string =>
  sentence.replace(open, (_all, word: string) => {
    const value = fillOf(word)
    if (value === undefined) throw new Error(`nothing fills {${word}} in “${sentence}”`)
    return value
  })

/** A sentence as plain text. */
export const fill = (sentence: string, values: Readonly<Record<string, string>>): string =>
  fillWords(sentence, word => values[word])
