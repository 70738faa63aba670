// A layout that disagrees with a story fails the build: nothing is published, and both places are named.

import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { printProblems } from '../../../src/domain/print-problems.ts'
import { attemptBuild, publishInProcess } from '../../rig/build-in-process.ts'
import { storyFile, storyText, storyUrl } from '../../rig/site-data.ts'
import { createSite, type Files, projectRoot, type SiteFolder } from '../../rig/site-folder.ts'
import { at } from '../../rig/small-newsroom.ts'
import { replaced } from '../standards/faults-in.ts'

const now = '2024-10-25T00:00:00Z'

let site: SiteFolder
let published: Files
beforeAll(async () => {
  site = createSite({ [storyFile]: storyText({ authors: '[asha-rao]' }) })
  rmSync(join(site.root, '_includes'))
  cpSync(join(projectRoot, '_includes'), join(site.root, '_includes'), { recursive: true })
  await publishInProcess(site, at(now))
  published = site.snapshot('_site')
})
afterAll(() => site.dispose())

const rss = [
  '_includes/machine/rss.xml.njk',
  '{{ item.title | xml }}',
  '{{ item.title | upper | xml }}',
] as const

test.each([
  [
    'another headline in a feed',
    ...rss,
    'rss.xml',
    'this feed and the story disagree on the headline',
    '“HARBOUR REOPENS AFTER THE STORM”, content/',
  ],
  [
    'another time in JSON-LD',
    '_includes/layouts/base.njk',
    '{{ data | json }}',
    "{{ data | json | replace('T09:30:00', 'T09:30:01') }}",
    `${storyUrl.slice(1)}index.html`,
    'JSON-LD and the story disagree on the time of publication',
    '2024-10-24T09:30:01+05:30, content/',
  ],
  [
    'another author in ninjs',
    '_includes/machine/story.json.njk',
    'ninjs(facts, itemHtml(item)) | jsonFile',
    'ninjs(facts, itemHtml(item)) | jsonFile | replace(\'"name":"Asha\', \'"name":"Ashley\')',
    `${storyUrl.slice(1)}index.json`,
    'ninjs and the story disagree on the authors',
    '“Ashley Rao”, content/',
  ],
  [
    'another section in Open Graph',
    '_includes/layouts/story.njk',
    'article:section" content="{{ story.section.name }}"',
    'article:section" content="{{ story.section.url }}"',
    `${storyUrl.slice(1)}index.html`,
    'Open Graph and the story disagree on the section',
    '“/world/”, content/',
  ],
] as const)('%s', async (_, layout, from, to, output, what, wrong) => {
  const sound = site.read(layout)
  site.write(layout, replaced(sound, from, to))
  const built = await attemptBuild(site, at(now))
  site.write(layout, sound)
  const said = built.ok ? 'it was published' : printProblems(built.fault)
  const disagreement = said.split('\n\n').find(problem => problem.includes(output)) ?? said
  for (const words of [`${output}:`, 'story-told-differently', what, wrong, `${storyFile} has`])
    expect(disagreement).toContain(words)
  expect(site.snapshot('_site')).toEqual(published)
})

test('the command says so, and ends with an error', () => {
  const [layout, from, to] = rss
  const sound = site.read(layout)
  site.write(layout, replaced(sound, from, to))
  const { status, stdout, stderr } = site.run('build', `--now=${now}`)
  site.write(layout, sound)
  expect(status).toBe(1)
  const said = stdout + stderr
  expect(said).toMatch(/staging\/\S*rss\.xml:\d+:\d+/)
  expect(said).toContain(`${storyFile} has “Harbour reopens after the storm”`)
  expect(site.snapshot('_site')).toEqual(published)
})
