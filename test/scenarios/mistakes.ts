// Mistakes that reporters make, each with what they are told: one a line, in five columns.

import { storyText } from '../rig/site-data.ts'

export type Mistake = {
  readonly name: string
  /** The story's file. */
  readonly text: string
  readonly at: string
  readonly code: string
  readonly hint: string
}

// In `storyText` title stands on line 2, date on 3, summary on 4, section on 5, more fields on 6; the text begins on 7.
const inStories = String.raw`
a date alone | date: 2024-10-24 | 3:7 | date-only | write both, such as 2024-10-24T09:30:00+05:30
no offset | date: 2024-10-24T09:30:00 | 3:7 | date-no-offset | in Asia/Kolkata write 2024-10-24T09:30:00+05:30
a blank for the T | date: 2024-10-24 09:30 +0530 | 3:7 | date-not-rfc3339 | write 2024-10-24T09:30:00+05:30
a day that is none | date: 2024-02-30T10:00:00+05:30 | 3:7 | date-impossible-day | February 2024 ends on the 29th
a month that is none | date: 2024-13-01T10:00:00+05:30 | 3:7 | date-impossible-day | months run from 01 to 12; for 13 January write 2024-01-13T10:00:00+05:30
the hour 24 | date: 2024-10-24T24:00:00+05:30 | 3:7 | date-hour-24 | write 00:00:00 of the next day: 2024-10-25T00:00:00+05:30
an offset of nowhere | date: 2024-10-24T09:30:00+05:31 | 3:7 | date-bad-offset | in Asia/Kolkata write 2024-10-24T09:30:00+05:30
the time of an e-mail | date: "Thu, 24 Oct 2024 09:30:00 +0530" | 3:8 | date-rfc822 | write 2024-10-24T09:30:00+05:30
seconds since 1970 | date: 1729742400 | 3:7 | date-epoch | if it is a Unix time, write 2024-10-24T09:30:00+05:30
a year of two digits | date: 24-10-24T09:30:00+05:30 | 3:7 | date-two-digit-year | write 2024-10-24T09:30:00+05:30
yesterday | date: yesterday | 3:7 | date-not-rfc3339 | write a time with its offset, such as 2024-10-24T09:30:00+05:30
an update before the story | updated: 2024-10-23T09:30:00+05:30 | 6:10 | updated-before-date | correct date or updated
a correction before the story | corrections: [{ date: 2024-10-20T09:00:00+05:30, text: No. }] | 6:23 | correction-before-date | correct one of the two dates
withdrawn before it was published | withdrawn: { date: 2024-10-20T09:00:00+05:30, reason: No. } | 6:20 | withdrawn-before-date | correct one of the two dates
a section with a slip | section: wrld | 5:10 | section-unknown | did you mean “world”?
a section that is none | section: gardening | 5:10 | section-unknown | the sections are world, nation, sport
an author with a slip | authors: [tom-field, asha-roa] | 6:22 | author-unknown | did you mean “asha-rao”?
one author without a list | authors: asha-rao | 6:10 | field-type | write [asha-rao]
a topic in capitals | tags: [nato, World Cup] | 6:14 | key-form | write world-cup
a field with a slip | sumary: Again. | 6:1 | field-unknown | did you mean “summary”?
a headline that is missing | no title | 2:1 | field-missing | add a line “title: …” (up to 300 characters)
a headline that is empty | title: "" | 2:9 | text-too-short | write more
a headline that is a year | title: 2024 | 2:8 | field-type | put it in quotes: "2024"
a colon in a headline | title: Storm: harbour closed | 2:13 | yaml-syntax | write title: "Storm: harbour closed"
a summary that is too short | summary: Too short. | 4:10 | text-too-short | write more
a summary that is too long | summary: word × 61 | 4:10 | text-too-long | shorten it to 300 characters
an urgency of ten | urgency: 10 | 6:10 | urgency-range | write a number from 1 to 9, or remove the line
draft: yes | draft: yes | 6:8 | field-type | write true, without quotes
a source without https | source: { name: Wire, url: www.wire.example } | 6:28 | url-not-web | write the whole address, beginning with https://
an alias that is no path | aliases: [old/story] | 6:11 | path-form | write a path such as /2019/05/old-name/
a slug in capitals | slug: Harbour | 6:7 | key-form | write harbour
a picture without words for it | image: { src: /favicon.svg, credit: Desk } | 6:1 | picture-alt | add “alt: …” with what it shows, or “decorative: true” if it shows nothing of interest
a picture that is not there | image: { src: a.png, alt: A, credit: Desk } | 6:15 | picture-missing | add the picture, or correct its name
a picture from elsewhere | image: { src: "https://cdn.example/a.png", alt: A, credit: Desk } | 6:16 | picture-foreign | put the file beside the story and write its name
a picture in the text that is not there | text: One.\n\nTwo ![A](a.png)\n | 9:10 | picture-missing | add the picture, or correct its name
a link that runs a script | text: Read [more](javascript:alert(1)).\n | 7:13 | link-not-allowed | link to https://…, mailto:…, tel:… or a path on this site such as /world/
a link to a file beside it | text: One.\n\nRead [more](more.md).\n | 9:13 | link-not-allowed | write the address of its page, which ends in /more/, such as /world/2024/10/24/more/
`

const whatIsWritten = (words: string): string => {
  const [, name = '', value = ''] = /^(\w+): (.*)$/.exec(words) ?? []
  if (name === '') return storyText({ [words.replace('no ', '')]: undefined })
  if (name === 'text') return storyText({}, value.replaceAll('\\n', '\n'))
  const [, word, times] = /^(\w+) × (\d+)$/.exec(value) ?? []
  return storyText({ [name]: times ? Array(Number(times)).fill(word).join(' ') : value })
}

const noFrontMatter = {
  at: '1:1',
  code: 'front-matter-missing',
  hint: 'put the fields at the top of the file, between two lines ---',
}

export const mistakes: readonly Mistake[] = [
  ...inStories
    .trim()
    .split('\n')
    .map(row => {
      const [name = '', written = '', at = '', code = '', hint = ''] = row.split(' | ')
      return { name, text: whatIsWritten(written), at, code, hint }
    }),
  { name: 'no front matter', text: 'Only words.\n', ...noFrontMatter },
  { name: 'front matter that never ends', text: '---\ntitle: Storm\n', ...noFrontMatter },
  {
    name: 'a field twice',
    text: storyText().replace('section:', 'title: Again\nsection:'),
    at: '5:1',
    code: 'yaml-duplicate-key',
    hint: 'keep one of the two lines',
  },
]
