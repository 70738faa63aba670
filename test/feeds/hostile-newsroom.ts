// A newsroom whose feeds are hard to write well: 58 stories, some with all that trips up a feed.

import { curlQuotes } from '../../src/domain/curl-quotes.ts'
import type { Instant } from '../../src/domain/instant.ts'
import { buildInProcess } from '../rig/build-in-process.ts'
import { photo } from '../rig/photos.ts'
import { storyText } from '../rig/site-data.ts'
import { createSite, type Files, type SiteFolder } from '../rig/site-folder.ts'
import { tinyFilm } from '../rig/tiny-film.ts'

const yaml = (text: string): string => `'${text.replaceAll("'", "''")}'`

const typedTitle = `Tom & Ana's <beach> "talks" </beach> ]]> {{ site.name }} हिंदी 🛳️`
/** As it is published. */
export const hostileTitle = curlQuotes(typedTitle, 'en')
export const hostileSummary = 'A & B < C > D ]]> “quoted” — long enough to be a summary of this.'
export const hostileFile = 'content/stories/2024/10/24/talks.md'
export const hostileUrl = '/world/2024/10/24/talks/'
export const hostileId = 'tag:bulletin.example,2024-10-24:talks'
/** Another story's link to the hostile one, after it has moved to another section and slug. */
export const movedUrl = '/sport/2024/10/24/moved/'

const body = `Read [our front](/), [a place here](#denials), [the about page](/about/) and [elsewhere](https://example.org/?a=1&b=2).

![A chart](chart.svg "The chart & its caption")

## Denials

It ends here ]]> or not, said \`<script>alert(1)</script>\` & others.

https://www.youtube.com/watch?v=abcdef
`

/** `fields` join the hostile story's own. */
export const hostileStory = (fields: Readonly<Record<string, string>> = {}): string =>
  storyText(
    {
      title: yaml(typedTitle),
      summary: yaml(hostileSummary),
      authors: "[asha-rao, 'José & Núñez', आशा राव]",
      tags: '[nato, cup-final]',
      source: '{ name: Newszop & Co, url: "https://newszop.example/?a=1&b=2" }',
      image: `{ src: chart.svg, alt: 'A "chart" & more', credit: Graphic & desk }`,
      corrections: '[{ date: 2024-10-25T11:00:00+05:30, text: "It was <not> 5 & 6." }]',
      ...fields,
    },
    body,
  )

/** Urgent, told live, with a photo in many sizes at its top and in its text, and a film. */
export const liveUrl = '/world/2024/10/23/flood/'
export const liveId = 'tag:bulletin.example,2024-10-23:flood'
export const liveTitle = 'The river rises over its banks'
const liveStory = storyText(
  {
    title: liveTitle,
    date: '2024-10-23T08:00:00+05:30',
    urgency: '1',
    updated: '2024-10-23T21:00:00+05:30',
    authors: '[tom-field]',
    image: '{ src: quay.jpg, alt: The quay, credit: Test Press, caption: The quay & the river }',
    live: 'true',
  },
  `![The quay again](quay.jpg "Seen from above")

![The water](clip.mp4)

::: entry 2024-10-23T09:30:00+05:30 The first street
It stands [under water](#denials) & more.
:::

::: entry 2024-10-23T20:00:00+05:30 The bridge <is> closed
Nobody may cross it.
:::

## Denials
`,
)

export const hindiUrl = '/nation/2024/10/23/mausam/'
export const hindiTitle = 'मौसम विभाग की चेतावनी'

export const goneId = 'tag:bulletin.example,2024-10-22:gone'
export const goneTitle = 'The goalkeeper leaves for good'
export const goneUrl = '/sport/2024/10/22/gone/'

const special: Files = {
  [hostileFile]: hostileStory(),
  'content/stories/2024/10/24/chart.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><path d="M0 0h9v9H0z"/></svg>',
  'content/stories/2024/10/23/flood.md': liveStory,
  'content/stories/2024/10/23/clip.mp4': tinyFilm(' and much water'),
  'content/stories/2024/10/23/clip.vtt': 'WEBVTT\n\n00:00.000 --> 00:02.000\n[Rain]\n',
  'content/stories/2024/10/23/clip.txt': 'It rains.\n',
  'content/stories/2024/10/23/mausam.md': storyText({
    title: hindiTitle,
    date: '2024-10-23T07:00:00+05:30',
    section: 'nation',
    language: 'hi',
  }),
  'content/stories/2024/10/22/gone.md': storyText({
    title: goneTitle,
    summary: 'He will play for another club from the new year on, it was said.',
    date: '2024-10-22T07:00:00+05:30',
    section: 'sport',
    withdrawn: '{ date: 2024-10-25T09:00:00+05:30, reason: It was not so. }',
  }),
}

const plainStories: Files = Object.fromEntries(
  Array.from({ length: 54 }, (_, index) => {
    const day = String((index % 20) + 1).padStart(2, '0')
    const hour = String(index % 24).padStart(2, '0')
    const date = `2024-10-${day}T${hour}:05:00+05:30`
    const fields = { title: `Plain story ${index}`, date, section: index % 2 ? 'nation' : 'sport' }
    return [`content/stories/2024/10/${day}/plain-${index}.md`, storyText(fields)]
  }),
)

/** On the day after the newest story: some of them are news. */
export const hostileNow = Date.UTC(2024, 9, 25, 7) as Instant

/** Published in a temporary folder. `files` join the newsroom's, or replace them. */
export const publishHostile = async (files: Files = {}): Promise<SiteFolder> => {
  const site = createSite({ ...plainStories, ...special, ...files })
  site.writeBytes('content/stories/2024/10/23/quay.jpg', await photo(800, 600))
  await buildInProcess(site, hostileNow)
  return site
}
