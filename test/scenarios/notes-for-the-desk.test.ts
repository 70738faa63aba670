// What the desk notes for itself goes out to nobody.

import { afterAll, expect, test } from 'vitest'
import { runInProcess } from '../rig/run-in-process.ts'
import { indexIn } from '../rig/search-index.ts'
import { siteData, storyFile, storyText } from '../rig/site-data.ts'
import { createSite, type Files } from '../rig/site-folder.ts'

const note = '<!-- our source is the harbourpilot -->'
const quoted = (text: string) => JSON.stringify(text)

const body = `Before. ${note} After.

<!--
Whole block: the harbourpilot

::: facts Of the harbourpilot
[The harbourpilot](/harbourpilot/) ![harbourpilot](harbourpilot.jpg) [^harbourpilot]
:::
-->

- one
- two ${note}

| a | b |
|---|---|
| c ${note} | d |

::: facts The storm ${note}
Nine shelters.
${note}
:::

::: entry 2024-10-24T10:00:00+05:30 The port ${note} is shut
Tied up. ${note}
:::

Counted.[^1]

[^1]: By hand. ${note}
`

const summary = `Ships move again at noon, ${note} says the harbour master, after two days.`

const files: Files = {
  '_data/site.yaml': siteData['_data/site.yaml'].replace(
    /^description: .*\n/m,
    `description: ${quoted(`News that exists ${note} so that tests have something to read.`)}\nsearch: true\nllms: true\n`,
  ),
  '_data/sections.yaml': siteData['_data/sections.yaml'].replace('Reports', `Reports ${note}`),
  'content/pages/about.md': `---\ntitle: About\n---\nOne.\n\n${note}\n`,
  'content/bulletins/2024-10-24.md': `---\ntitle: ${quoted(`The storm ${note}`)}\n---\n${note}\n\nThe port is shut.\n`,
  [storyFile]: storyText(
    {
      title: quoted(`Harbour reopens ${note} after the storm`),
      summary: quoted(summary),
      live: 'true',
      updated: '2024-10-24T11:00:00+05:30',
      dateline: quoted(`Velikara ${note}`),
      corrections: `[{ date: 2024-10-24T11:00:00+05:30, text: ${quoted(`The hour ${note} was wrong.`)} }]`,
      image: `{ src: /favicon.svg, alt: ${quoted(`A mark ${note}`)}, credit: ${quoted(`Desk ${note}`)}, caption: ${quoted(`A ${note}`)} }`,
    },
    body,
  ),
}

const site = createSite(files)
afterAll(() => site.dispose())

test('a comment is in no page, feed, data file or search index, and its words do not count', async () => {
  const { status, stdout, stderr } = await runInProcess(site, 'build', '--now=2024-10-25T00:00:00Z')
  expect(status, stdout + stderr).toBe(0)
  expect(stdout).not.toContain('warning')
  const published = site.snapshot('_site')
  const all = { ...published, ...indexIn(published) }
  expect(Object.keys(published).length).toBeGreaterThan(20)
  expect(Object.keys(indexIn(published)).length).toBeGreaterThan(0)
  for (const [file, text] of Object.entries(all)) {
    expect(text, file).not.toMatch(/harbourpilot/i)
    expect(text, file).not.toMatch(/&lt;!--|\\u003c!--/i)
  }
  const page = published['world/2024/10/24/harbour-reopens/index.html'] ?? ''
  expect(page).toContain(' Before. After.</p>')
  expect(page).toContain('<li>two</li>')
  expect(page).toContain('The hour was wrong.')
  expect(page).toContain('"wordCount":25')
})
