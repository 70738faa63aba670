// Partners that keep a copy hear of stories that leave: removed, drafted or held again, moved; and of those that come back.

import { afterEach, expect, test } from 'vitest'
import { runInProcess } from '../rig/run-in-process.ts'
import { storyText } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'

const fileOf = (name: string) => `content/stories/2024/10/24/${name}.md`
const textOf = (name: string, hour: string, fields: Readonly<Record<string, string>> = {}) =>
  storyText({ title: `The ${name} of the day`, date: `2024-10-24T${hour}:00+05:30`, ...fields })
const urlOf = (name: string) => `https://bulletin.example/world/2024/10/24/${name}/`
const idOf = (name: string) => `tag:bulletin.example,2024-10-24:${name}`

let site: SiteFolder
afterEach(() => site.dispose())

const build = (hour: string, ...flags: string[]) =>
  runInProcess(site, 'build', `--now=2024-10-24T${hour}:00+05:30`, ...flags)
const departures = () => JSON.parse(site.read('_site/changes/departures.json')).departures
const row = (hour: string, what: string, name: string, to: string | null = null) => ({
  at: `2024-10-24T${hour}:00+05:30`,
  ...{ what, uri: idOf(name), url: urlOf(name), to },
})

test('What leaves its address stands in /changes/, with the instant of the publish, and is not forgotten', async () => {
  const names = ['tide', 'harbour', 'parade', 'market', 'ferry']
  site = createSite(
    Object.fromEntries(names.map((name, hour) => [fileOf(name), textOf(name, `0${hour + 3}:00`)])),
  )
  expect((await build('10:00')).status).toBe(0)
  expect(departures()).toEqual([])
  const index = JSON.parse(site.read('_site/changes/index.json'))
  expect(index.departures).toBe('https://bulletin.example/changes/departures.json')

  site.write(fileOf('tide'), textOf('tide', '03:00', { draft: 'true' }))
  site.write(
    fileOf('harbour'),
    textOf('harbour', '04:00', { slug: 'port', aliases: '[/world/2024/10/24/harbour/]' }),
  )
  site.remove(fileOf('parade'))
  site.write(fileOf('market'), textOf('market', '06:00', { embargo: '2024-10-24T12:00:00+05:30' }))
  const kept = await build('11:00')
  expect(kept.status).toBe(3)
  // Readers still have what was kept back.
  expect(departures()).toEqual([row('11:00', 'moved', 'harbour', urlOf('port'))])

  expect((await build('11:10', '--allow-lost')).status).toBe(0)
  const first = [
    row('11:10', 'removed', 'market'),
    row('11:10', 'removed', 'parade'),
    row('11:10', 'removed', 'tide'),
    row('11:00', 'moved', 'harbour', urlOf('port')),
  ]
  expect(departures()).toEqual(first)

  site.write('_data/redirects.yaml', '/world/2024/10/24/ferry: /world/2024/10/24/port/\n')
  site.remove(fileOf('ferry'))
  site.write(fileOf('tide'), textOf('tide', '03:00'))
  // The market has a later release, and is added anew by it.
  expect((await build('12:30')).status).toBe(0)
  const all = [row('12:30', 'moved', 'ferry', urlOf('port')), row('12:30', 'returned', 'tide'), ...first]
  expect(departures()).toEqual(all)
  expect((await build('12:40', '--all')).status).toBe(0)
  expect(departures()).toEqual(all)
})
