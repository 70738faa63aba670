// Many pages are rendered by threads, which read the last publish’s store with what changed on top.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownLayouts } from '../preview/running-preview.ts'
import { afterEverything, createDemonstration, keepPictures } from '../rig/demonstration.ts'
import { storyText } from '../rig/site-data.ts'
import type { SiteFolder } from '../rig/site-folder.ts'

const sites: SiteFolder[] = []
afterAll(() => {
  for (const site of sites.splice(0)) site.dispose()
})
const open = (): SiteFolder => {
  const site = createDemonstration()
  sites.push(site)
  ownLayouts(site)
  for (let number = 1; number <= 40; number++) crowd(site, number)
  return site
}

/** Below a thousand pages no threads are asked: every one of these stories brings twenty pages of its own topics. */
const crowd = (site: SiteFolder, number: number) => {
  const day = String((number % 28) + 1).padStart(2, '0')
  const file = `content/stories/2023/01/${day}/story-${number}.md`
  const date = `2023-01-${day}T09:${String(number % 60).padStart(2, '0')}:00+05:30`
  const tags = `[a-${number}, b-${number}, c-${number}]`
  site.write(file, storyText({ title: `Story ${number} of a crowd`, date, section: 'nation', tags }))
}

const story = 'content/stories/2024/10/25/brickworks-said-to-close.md'

/** A new look of every page and feed, and at the same time a story that is no longer withdrawn: its listings change. */
const edit = (site: SiteFolder, look: string) => {
  const change = (file: string, from: string, to: string) =>
    site.write(file, site.read(file).replace(from, to))
  change('_includes/layouts/base.njk', '<body', `<body data-${look}`)
  change('_includes/machine/rss.xml.njk', '<channel>', `<channel><!-- ${look} -->`)
  site.write(story, site.read(story).replace(/^withdrawn:.*\n(?: .*\n)*/m, ''))
}

const build = (site: SiteFolder) => {
  const now = `--now=${new Date(afterEverything).toISOString()}`
  const run = site.run('build', now, '--no-search', '--strict')
  keepPictures(site)
  return run
}

let site: SiteFolder
beforeAll(() => {
  site = open()
  expect(build(site)).toMatchObject({ status: 0 })
})

test('A new look of every page gives the bytes of a clean build', () => {
  edit(site, 'new')
  const { status, stdout } = build(site)
  expect(status, stdout).toBe(0)
  expect(stdout).not.toContain('full build')
  expect(Number(/^(\d+) pages checked/m.exec(stdout)?.[1])).toBeGreaterThan(1000)
  const fresh = open()
  edit(fresh, 'new')
  expect(build(fresh)).toMatchObject({ status: 0 })
  const [made, expected] = [site.snapshot('_site'), fresh.snapshot('_site')]
  expect(Object.keys(made)).toEqual(Object.keys(expected))
  expect(Object.keys(made).filter(file => made[file] !== expected[file])).toEqual([])
})

test('What a thread finds wrong is reported with its location, and nothing is published', () => {
  const before = site.snapshot('_site')
  edit(site, 'other')
  const talks = 'content/stories/2024/10/24/seoul-kyiv-north-korea-troops-russia.md'
  site.write('_data/site.yaml', `${site.read('_data/site.yaml')}edits: { silent: warning }\n`)
  site.write(talks, `${site.read(talks)}\nRead [more](/nowhere/).\n`)
  const { status, stdout } = build(site)
  expect(status).toBe(1)
  expect(stdout).toMatch(new RegExp(`${talks}:\\d+:13 error link-broken`))
  expect(stdout.match(/ error /g)).toHaveLength(1)
  expect(site.snapshot('_site')).toEqual(before)
})
