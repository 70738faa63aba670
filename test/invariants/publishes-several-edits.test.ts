// Edits that bear on each other, published one by one or together: the site is what a clean build makes, or is refused as there.

import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { attemptBuild } from '../rig/build-in-process.ts'
import { storyText } from '../rig/site-data.ts'
import { createSite, type Files, projectRoot, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'
import { withoutDepartures } from '../rig/without-departures.ts'

const noon = '2024-10-25T12:00:00Z'
const folder = 'content/stories/2024/10/24'
const sites: SiteFolder[] = []
afterEach(() => {
  for (const site of sites.splice(0)) site.dispose()
})

/** Null removes a file. */
type Step = { readonly now?: string; readonly files?: Readonly<Record<string, string | null>> }

const outcome = async (site: SiteFolder, now: string) => {
  const built = await attemptBuild(site, at(now))
  return built.ok ? withoutDepartures(site.snapshot('_site')) : built.fault.map(({ code }) => code).sort()
}

/** What comes of the last of the steps, each of them published; and of a build that knows only where they end. */
const publishSteps = async (start: Files, steps: readonly Step[]) => {
  const site = createSite(start)
  sites.push(site)
  rmSync(join(site.root, '_includes'))
  cpSync(join(projectRoot, '_includes'), join(site.root, '_includes'), { recursive: true })
  let found = await outcome(site, noon)
  let now = noon
  for (const step of steps) {
    for (const [file, text] of Object.entries(step.files ?? {}))
      if (text === null) site.remove(file)
      else site.write(file, text)
    now = step.now ?? now
    found = await outcome(site, now)
  }
  const published = site.snapshot('_site')
  rmSync(join(site.root, '.dateline'), { recursive: true })
  rmSync(join(site.root, '_site'), { recursive: true })
  const expected = await outcome(site, now)
  return { found, expected, published }
}

const page = (body: string): string => `---\ntitle: Team\nsummary: Us.\n---\n${body}`
const story = (
  name: string,
  fields: Readonly<Record<string, string | undefined>> = {},
  body?: string,
): Files => ({
  [`${folder}/${name}.md`]: storyText(
    {
      title: `All about the ${name}`,
      summary: `What there is to say about the ${name}, in so many words.`,
      ...fields,
    },
    body,
  ),
})
const calm = { date: '2024-10-24T11:00:00+05:30' }
/** Far from the storm, behind more stories than a feed holds: nothing else makes its pages again. */
const far = (body: string, bulletin = 'It was won.\n'): Files => ({
  ...Object.fromEntries(
    Array.from({ length: 55 }, (_, index) => [
      `content/stories/2024/10/23/calm-${index}.md`,
      storyText({
        title: `About calm number ${index}`,
        date: `2024-10-23T11:${String(index).padStart(2, '0')}:00+05:30`,
        section: 'sport',
      }),
    ]),
  ),
  'content/stories/2024/09/20/cup.md': storyText(
    { title: 'About the cup', date: '2024-09-20T11:00:00+05:30', section: 'sport' },
    body,
  ),
  'content/bulletins/2024-09-20.md': `---\ntitle: A day\n---\n${bulletin}`,
})
const withdrawn = '{ date: 2024-10-25T00:00:00Z, reason: It was not so. }'
const picture = (width: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="480"></svg>`
const people = 'asha-rao: { name: Asha Rao, bio: A reporter of ours. }\n'

describe('The site is what a clean build makes', () => {
  test.each<[string, Files, readonly Step[]]>([
    [
      'when a story’s file gets another name, and a layout changes later: the old address still leads to the story',
      story('storm', { aliases: '[/old/]' }),
      [
        {
          files: {
            [`${folder}/storm.md`]: null,
            ...story('gale', {
              title: 'All about the storm',
              summary: 'What there is to say about the storm, in so many words.',
              slug: 'storm',
              aliases: '[/old/]',
            }),
          },
        },
        {
          files: {
            '_includes/layouts/alias.njk':
              '<!doctype html><html lang="en"><title>Moved</title><a href="{{ target }}">Moved</a></html>',
          },
        },
      ],
    ],
    [
      'when a page of the newsroom’s own is added',
      story('storm'),
      [{ files: { 'content/pages/team.md': page('Us.\n') } }],
    ],
    [
      'when a static file goes as the site’s data changes',
      { ...story('storm'), 'content/static/report.txt': 'so it is' },
      [{ files: { 'content/static/report.txt': null, '_data/people.yaml': people } }],
    ],
    [
      'when a story with a picture goes as the site’s data changes',
      {
        ...story('storm', {}, '![A storm](storm.svg)\n'),
        ...story('calm', calm),
        [`${folder}/storm.svg`]: picture(640),
      },
      [{ files: { [`${folder}/storm.md`]: null, '_data/people.yaml': people } }],
    ],
    [
      'when a picture gets another size and the clock goes back',
      { ...story('storm', {}, '![A storm](storm.svg)\n'), [`${folder}/storm.svg`]: picture(640) },
      [{ now: '2024-10-25T06:00:00Z', files: { [`${folder}/storm.svg`]: picture(800) } }],
    ],
    [
      'when the clock goes back to before a story',
      { ...story('storm'), ...story('calm', calm) },
      [{ now: '2024-10-24T05:00:00Z' }, { now: noon }],
    ],
  ])('%s', async (_what, start, steps) => {
    const { found, expected } = await publishSteps(start, steps)
    expect(Object.keys(found)).toEqual(Object.keys(expected))
    expect(found).toEqual(expected)
  })
})

describe('The publish is refused as a clean build would be', () => {
  const linking = (words: string, place = '') =>
    story('calm', calm, `[${words}](/world/2024/10/24/storm/${place}).\n`)
  const subhead = (words: string) => story('storm', {}, `## ${words}\n\nIt blew.\n`)

  test.each<[string, Files, readonly Step[], string]>([
    [
      'when a story is withdrawn whose headline stands in the link of another',
      { ...story('storm'), ...linking('All about the storm') },
      [{ files: story('storm', { withdrawn }) }],
      'story-leaked',
    ],
    [
      'when a story is withdrawn whose headline stands in the text of another',
      { ...story('storm'), ...far('As “All about the storm” had it.\n') },
      [{ files: story('storm', { withdrawn }) }],
      'story-leaked',
    ],
    [
      'when a story is a draft again whose summary stands in the text of another',
      {
        ...story('storm', { summary: '"What there is to say & why, of storms and of calms."' }),
        ...far('What there is to say &amp; why, of storms and of calms.\n'),
      },
      [
        {
          files: story('storm', {
            summary: '"What there is to say & why, of storms and of calms."',
            draft: 'true',
          }),
        },
      ],
      'story-leaked',
    ],
    [
      'when a story is held whose headline stands in a bulletin, as the clock goes back',
      {
        ...story('storm'),
        ...far('It was won.\n', 'All about the storm, and more.\n'),
      },
      [{ now: '2024-10-25T06:00:00Z', files: story('storm', { embargo: '2024-11-25T00:00:00Z' }) }],
      'story-leaked',
    ],
    [
      'when a story is withdrawn that another links to the midst of',
      { ...subhead('The wind'), ...linking('more', '#the-wind') },
      [{ files: story('storm', { withdrawn }) }],
      'anchor-missing',
    ],
    [
      'when a subhead goes that is linked to, as the site’s data changes',
      { ...subhead('The wind'), ...linking('more', '#the-wind') },
      [{ files: { ...subhead('The gale'), '_data/people.yaml': people } }],
      'anchor-missing',
    ],
    [
      'when a subhead of a bulletin goes that a story links to',
      {
        ...story('storm', {}, '[More](/2024/10/24/#in-short).\n'),
        'content/bulletins/2024-10-24.md': '---\ntitle: A day\n---\n## In short\n\nIt blew.\n',
      },
      [{ files: { 'content/bulletins/2024-10-24.md': '---\ntitle: A day\n---\nIt blew.\n' } }],
      'anchor-missing',
    ],
    [
      'when a subhead goes that a page of the newsroom’s own links to',
      {
        ...subhead('The wind'),
        'content/pages/team.md': page('[More](/world/2024/10/24/storm/#the-wind).\n'),
      },
      [{ files: subhead('The gale') }],
      'anchor-missing',
    ],
    [
      'when a static file goes that a page of the newsroom’s own links to',
      { 'content/static/report.txt': 'so it is', 'content/pages/team.md': page('[More](/report.txt).\n') },
      [{ files: { 'content/static/report.txt': null } }],
      'link-broken',
    ],
    [
      'when a picture goes that every page shows',
      story('storm'),
      [{ files: { 'content/static/favicon.svg': null } }],
      'file-not-there',
    ],
    [
      'when a picture goes that every page shows, as the clock goes back',
      story('storm'),
      [{ now: '2024-10-25T06:00:00Z', files: { 'content/static/favicon.svg': null } }],
      'file-not-there',
    ],
  ])('%s', async (_what, start, steps, code) => {
    const { found, expected } = await publishSteps(start, steps)
    expect(expected).toContain(code)
    expect([...new Set(found as string[])]).toEqual([...new Set(expected as string[])])
  })
})
