// An editor makes the front: what leads, what is pinned, what is hidden; and nobody's mistake there stops the others.

import { afterEach, expect, test } from 'vitest'
import { runInProcess } from '../rig/run-in-process.ts'
import { storyText } from '../rig/site-data.ts'
import { createSite, type Files, type SiteFolder } from '../rig/site-folder.ts'

const at = (hour: string) => `2024-10-24T${hour}:00+05:30`
const storyOf = (name: string, fields: Readonly<Record<string, string>> = {}): Files => ({
  [`content/stories/2024/10/24/${name}.md`]: storyText({
    title: `The ${name} of the day`,
    date: at('09:30'),
    ...fields,
  }),
})
const newsroom: Files = {
  ...storyOf('harbour', { date: at('10:00') }),
  ...storyOf('tide', { date: at('11:00') }),
  ...storyOf('parade', { date: at('12:00') }),
  ...storyOf('market'),
}
const frontOf = (...lines: readonly string[]): Files => ({
  'content/front.md': `---\n${lines.join('\n')}\n---\nNine shelters are [open](/world/2024/10/24/tide/).\n`,
})

let site: SiteFolder
afterEach(() => site.dispose())

const build = (hour: string, ...flags: string[]) =>
  runInProcess(site, 'build', `--now=2024-10-24T${hour}:00+05:30`, ...flags)

/** Its stories in their order. */
const front = (page = 'index.html') =>
  [...site.read(`_site/${page}`).matchAll(/<h[23]><a href="\/world\/2024\/10\/24\/([a-z]+)\/"/g)].map(
    ([, slug]) => slug,
  )

test('An editor’s front stands at once, changes by the clock, and outlives mistakes and withdrawals', async () => {
  site = createSite(newsroom)
  expect((await build('13:00')).status).toBe(0)
  expect(front()).toEqual(['parade', 'tide', 'harbour', 'market'])

  site.write(
    'content/front.md',
    frontOf(
      'title: A long day',
      'lead: /world/2024/10/24/market/',
      `pinned: [{ story: 2024/10/24/harbour, until: ${at('15:00')} }]`,
      'hide: [/world/2024/10/24/parade/]',
    )['content/front.md'] ?? '',
  )
  const edited = await build('13:30')
  expect(edited.status).toBe(0)
  expect(edited.stdout).toContain('1 changed')
  expect(edited.stdout).toContain('next build due: 24 October 2024, 3:00 pm IST')
  expect(front()).toEqual(['market', 'harbour', 'tide'])
  expect(site.read('_site/index.html')).toContain('A long day')
  expect(site.read('_site/index.html')).toContain(
    'Nine shelters are <a href="/world/2024/10/24/tide/">open</a>',
  )

  await build('15:00')
  expect(front()).toEqual(['market', 'tide', 'harbour'])

  const before = site.read('_site/index.html')
  const sound = site.read('content/front.md')
  site.write('content/front.md', sound.replace('lead:', 'leed:'))
  const broken = await build('15:30')
  expect(broken.status).toBe(3)
  expect(broken.stdout).toContain('content/front.md:3:1 error field-unknown')
  expect(broken.stdout).toContain('content/front.md: readers keep its last version')
  expect(site.read('_site/index.html')).toBe(before)
  expect((await build('15:40', '--all')).status).toBe(3)
  expect(site.read('_site/index.html')).toBe(before)

  site.write('content/front.md', sound)
  site.write(
    'content/stories/2024/10/24/market.md',
    storyText({
      ...{ title: 'The market of the day', date: at('09:30') },
      withdrawn: `{ date: ${at('15:50')}, reason: There was no market. }`,
    }),
  )
  const withdrawn = await build('16:00')
  expect(withdrawn.status).toBe(0)
  expect(withdrawn.stdout).toContain('content/front.md:3:7 warning front-story-hidden')
  expect(withdrawn.stdout).toContain('it was withdrawn')
  expect(front()).toEqual(['tide', 'harbour'])
  const clean = site.read('_site/index.html')
  site.remove('_site')
  site.remove('.dateline')
  await build('16:00')
  expect(site.read('_site/index.html')).toBe(clean)
})

test('A section’s front is made the same way, and a story may keep off fronts', async () => {
  site = createSite({
    ...newsroom,
    ...storyOf('flood', { date: at('12:30'), front: 'false' }),
    'content/fronts/world.md': '---\nlead: /world/2024/10/24/market/\n---\nThe world today.\n',
  })
  expect((await build('13:00')).status).toBe(0)
  expect(front('world/index.html').slice(0, 3)).toEqual(['market', 'parade', 'tide'])
  expect(site.read('_site/world/index.html')).toContain('The world today.')
  expect(front()).not.toContain('flood')
  expect(front('2024/10/24/index.html')).toContain('flood')
})

test('A section’s front changes with a story of another section that stands on it', async () => {
  const nation = (name: string, title: string, more: Readonly<Record<string, string>> = {}) =>
    storyOf(name, { title, section: 'nation', date: at(`0${name.length}:30`), ...more })
  site = createSite({
    ...newsroom,
    ...nation('ferry', 'A ferry sails'),
    ...nation('bridge', 'A bridge opens', { tags: '[nato]' }),
    'content/fronts/world.md':
      '---\nlead: /nation/2024/10/24/ferry/\ncontainers: [top, { topic: nato }]\n---\n',
  })
  expect((await build('13:00')).status).toBe(0)
  for (const title of ['A ferry sails', 'A bridge opens'])
    expect(site.read('_site/world/index.html')).toContain(title)
  const updated = { updated: at('13:30') }
  const edits = {
    ...nation('ferry', 'A ferry returns', updated),
    ...nation('bridge', 'A bridge closes', { tags: '[nato]', ...updated }),
  }
  for (const [file, text] of Object.entries(edits)) site.write(file, text)
  expect((await build('13:30')).status).toBe(0)
  for (const title of ['A ferry returns', 'A bridge closes'])
    expect(site.read('_site/world/index.html')).toContain(title)
})
