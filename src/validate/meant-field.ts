// The field that was meant where there is none of a name: a slip of the fingers, or what other programs call it.

import { nearestWord } from '../domain/near-miss.ts'

/** `known`: the fields that the group may have. `present`: those that stand there already, which may be thousands. */
export const meantField = (
  name: string,
  known: readonly string[],
  present: ReadonlySet<string>,
): string | null => {
  const word = /^(\w+):/.exec(name)?.[1] ?? name
  const plain = word.toLowerCase().replace(/[\s_-]+/g, '')
  const absent = known.filter(field => !present.has(field))
  return (
    absent.find(field => field.toLowerCase() === plain) ??
    absent.find(field => otherNames[field]?.includes(plain)) ??
    nearestWord(word, absent) ??
    nearestWord(word, known)
  )
}

/** What Hugo, Jekyll, Ghost, WordPress and wires call a story's fields. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  title: ['headline', 'heading', 'name', 'hed'],
  kicker: ['overline', 'eyebrow', 'slugline'],
  date: [
    'published',
    'publishdate',
    'publishedat',
    'pubdate',
    'datetime',
    'created',
    'createdat',
    'time',
    'day',
  ],
  summary: [
    'description',
    'excerpt',
    'abstract',
    'standfirst',
    'lead',
    'lede',
    'dek',
    'deck',
    'teaser',
    'intro',
  ],
  section: ['category', 'categories', 'desk', 'rubric', 'channel'],
  authors: ['byline', 'bylines', 'writer', 'writers', 'reporter', 'reporters', 'by'],
  tags: ['keywords', 'topic', 'topics', 'labels', 'hashtags'],
  updated: ['modified', 'lastmod', 'lastmodified', 'modifiedat', 'updatedat', 'edited'],
  language: ['lang', 'locale'],
  dateline: ['place', 'location', 'city', 'where'],
  urgency: ['priority', 'importance'],
  image: ['photo', 'picture', 'cover', 'thumbnail', 'featuredimage', 'heroimage', 'leadimage', 'hero'],
  aliases: ['redirects', 'redirectfrom', 'oldurls'],
  embargo: ['embargoed', 'embargountil', 'holduntil', 'notbefore'],
  withdrawn: ['retracted', 'retraction', 'withdrawal'],
  src: ['url', 'file', 'path', 'filename', 'href'],
  alt: ['alttext', 'altext', 'description'],
  credit: ['photographer', 'copyright', 'by', 'author', 'rights'],
  caption: ['title', 'legend', 'text'],
  text: ['note', 'body', 'message', 'correction', 'description', 'reason'],
  reason: ['note', 'text', 'message', 'why'],
  until: ['end', 'ends', 'till', 'to'],
  url: ['link', 'href', 'address', 'website'],
  order: ['stories', 'sequence', 'sort'],
}
