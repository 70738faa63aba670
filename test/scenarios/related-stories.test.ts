// Stories below a story: its page follows them, and they never give away what is not to be seen.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { attemptBuild, publishInProcess } from '../rig/build-in-process.ts'
import { digestsOf } from '../rig/edit-and-publish.ts'
import { runInProcess } from '../rig/run-in-process.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'
import { at, storyAt } from '../rig/small-newsroom.ts'
import { withoutDepartures } from '../rig/without-departures.ts'

const now = at('2024-10-27T00:00:00Z')
const ferry = (fields = {}) => storyAt('2024-10-08T08:00:00+05:30', 'ferry', { tags: '[harbour]', ...fields })
const picking = '[/world/2024/10/02/crane/, 2024/10/03/quay]'
const url = '/world/2024/10/24/gates/'

let site: SiteFolder
const write = (files: Record<string, string>) => {
  for (const [file, text] of Object.entries(files)) site.write(file, text)
}
const below = () => {
  const [, list = ''] = /<h2 id="dl-related">([\s\S]*?)<\/nav>/.exec(site.read(`_site${url}index.html`)) ?? []
  return [...list.matchAll(/<li><a href="([^"]*)"/g)].map(([, address]) => address?.split('/').at(-2))
}
const publish = async () => {
  const { warnings } = await publishInProcess(site, now)
  return warnings
    .filter(({ code }) => code.startsWith('related'))
    .map(({ code, message, hint, location: { file, line, column } }) => ({
      code,
      message,
      hint,
      at: `${file.slice(-8)}:${line}:${column}`,
    }))
}
beforeAll(() => {
  site = createSite({
    ...storyAt('2024-10-02T08:00:00+05:30', 'crane'),
    ...storyAt('2024-10-03T08:00:00+05:30', 'quay'),
    ...ferry(),
    ...storyAt('2024-10-09T08:00:00+05:30', 'unrelated'),
    ...storyAt('2024-10-24T08:00:00+05:30', 'gates', { tags: '[harbour]', related: picking }),
  })
})
afterAll(() => site.dispose())

test('readers see those that the editor picked, then those of its topics, with their days', async () => {
  expect(await publish()).toEqual([])
  expect(below()).toEqual(['crane', 'quay', 'ferry'])
  expect(site.read(`_site${url}index.html`)).toMatch(
    /<h2 id="dl-related">Related stories<\/h2>\s*<ul>\s*<li><a href="\/world\/2024\/10\/02\/crane\/">About crane<\/a> <time datetime="2024-10-02T08:00:00\+05:30">2 October 2024</,
  )
  expect(site.read('_site/world/2024/10/09/unrelated/index.html')).not.toContain('class="related"')
})

test('“npm run why” names the stories below which one stands', async () => {
  const { stdout } = await runInProcess(site, 'why', 'content/stories/2024/10/08/ferry.md')
  expect(stdout).toContain(url)
})

test('a newer story changes the page of none', async () => {
  write(storyAt('2024-10-25T08:00:00+05:30', 'newer', { section: 'sport', tags: '[harbour]' }))
  const { plan } = await publishInProcess(site, now)
  expect(plan.pages.filter(({ kind }) => kind === 'story').map(({ url: each }) => each)).toEqual([
    '/sport/2024/10/25/newer/',
  ])
})

test('one that is taken back goes at once, with a word to the editor who picked it', async () => {
  write(
    storyAt('2024-10-02T08:00:00+05:30', 'crane', {
      withdrawn: '{ date: 2024-10-26T00:00:00Z, reason: No. }',
    }),
  )
  write(ferry({ draft: 'true' }))
  expect(await publish()).toEqual([
    {
      code: 'related-hidden',
      message: '“About crane” does not stand below this story: it was withdrawn',
      hint: 'take it out of “related”',
      at: expect.stringMatching(/^gates\.md:\d+:11$/),
    },
  ])
  expect(below()).toEqual(['quay'])
  write(ferry({ title: 'The ferry is back' }))
  await publish()
  expect(below()).toEqual(['quay', 'ferry'])
  expect(site.read(`_site${url}index.html`)).toContain('The ferry is back')
})

test('one that nobody knows is named, with the one that was meant', async () => {
  write(storyAt('2024-10-24T08:00:00+05:30', 'gates', { related: '[/world/2024/10/08/fery/, /nowhere/]' }))
  expect(await publish()).toMatchObject([
    { code: 'related-unknown', hint: 'did you mean “/world/2024/10/08/ferry/”?' },
    {
      code: 'related-unknown',
      message: 'no story is at “/nowhere/”',
      hint: expect.stringContaining('/world/2024/10/24/'),
    },
  ])
  expect(below()).toEqual([])
})

test('the pages are those of a clean build', async () => {
  const pages = () => digestsOf(withoutDepartures(site.snapshot('_site')))
  const published = pages()
  for (const folder of ['.dateline', '_site']) site.remove(folder)
  await publish()
  expect(published).toEqual(pages())
})

test('a story of another site is none', async () => {
  write(storyAt('2024-10-24T08:00:00+05:30', 'gates', { related: '[https://other.example/world/a/]' }))
  const built = await attemptBuild(site, now)
  expect(built.ok ? [] : built.fault).toMatchObject([
    { code: 'related-elsewhere', hint: 'link to it in the text' },
  ])
})
