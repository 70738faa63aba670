// A newsroom whose feeds are hard to write well: 55 stories, some with all that trips up a feed.

import { storyText } from '../rig/site-data.ts'
import type { Files } from '../rig/site-folder.ts'

export const yaml = (text: string): string => `'${text.replaceAll("'", "''")}'`

export const hostileTitle = `Tom & Ana's <b>"talks"</b> ]]> {{ site.name }} हिंदी 🛳️`
export const hostileSummary = 'A & B < C > D ]]> “quoted” — long enough to be a summary of this.'
export const hostileFile = 'content/stories/2024/10/24/talks.md'
export const hostileUrl = '/world/2024/10/24/talks/'
export const hostileId = 'tag:bulletin.example,2024-10-24:talks'
/** Another story's link to the hostile one, after it has moved to another section and slug. */
export const movedUrl = '/sport/2024/10/24/moved/'

const body = `Read [our front](/), [a place here](#denials), [the about page](/about/) and [elsewhere](https://example.org/?a=1&b=2).

![A chart](chart.svg "The chart & its caption")

## Denials

It ends here ]]> or not\u0007, said <script>alert(1)</script> & others.

https://www.youtube.com/watch?v=abcdef
`

/** `fields` join the hostile story's own. */
export const hostileStory = (fields: Readonly<Record<string, string>> = {}): string =>
  storyText(
    {
      title: yaml(hostileTitle),
      summary: yaml(hostileSummary),
      authors: "[asha-rao, 'José & Núñez', आशा राव]",
      tags: '[nato, cup-final]',
      source: '{ name: Newszop & Co, url: "https://newszop.example/?a=1&b=2" }',
      image: `{ src: chart.svg, alt: 'A "chart" & more', credit: Graphic & desk }`,
      corrections: '[{ date: 2024-10-26T11:00:00+05:30, text: "It was <not> 5 & 6." }]',
      ...fields,
    },
    body,
  )

const plainStories: Files = Object.fromEntries(
  Array.from({ length: 54 }, (_, index) => {
    const day = String((index % 20) + 1).padStart(2, '0')
    const hour = String(index % 24).padStart(2, '0')
    const date = `2024-10-${day}T${hour}:05:00+05:30`
    const fields = { title: `Plain story ${index}`, date, section: index % 2 ? 'nation' : 'sport' }
    return [`content/stories/2024/10/${day}/plain-${index}.md`, storyText(fields)]
  }),
)

export const hostileNewsroom: Files = {
  ...plainStories,
  [hostileFile]: hostileStory(),
  'content/stories/2024/10/24/chart.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><path d="M0 0h9v9H0z"/></svg>',
}
