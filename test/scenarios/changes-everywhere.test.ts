// A change of a live story is told with one time wherever it is told: page, data, feeds, sitemap and the list of changes.

import { afterEach, expect, test } from 'vitest'
import type { Instant } from '../../src/domain/instant.ts'
import { rfc3339 } from '../../src/time/wire-time.ts'
import { runInProcess } from '../rig/run-in-process.ts'
import { siteData, storyText, zone } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'

const file = 'content/stories/2024/10/24/storm.md'
const url = '/world/2024/10/24/storm/'
const id = 'tag:bulletin.example,2024-10-24:storm'
const date = '2024-10-24T09:30:00+05:30'

let site: SiteFolder
afterEach(() => site.dispose())

const readText = (path: string) => site.read(`_site${path}`)
const readJson = (path: string) => JSON.parse(readText(path))
const inEntry = (text: string, mark: string, end: string) => {
  const start = text.indexOf(mark)
  return start === -1 ? '' : text.slice(start, text.indexOf(end, start))
}

/** When the story last changed, as each of them tells it; null where it does not stand. */
const lastChanges = () => {
  const [, lastModified = null] =
    /<lastmod>([^<]*)/.exec(inEntry(readText('/sitemaps/2024-10.xml'), `${url}<`, '</url>')) ?? []
  const [, inAtom = null] =
    /<updated>([^<]*)/.exec(inEntry(readText('/world/atom.xml'), `<id>${id}</id>`, '</entry>')) ?? []
  const inRss = inEntry(readText('/world/rss.xml'), `>${id}</guid>`, '</item>')
  const [, rss = null] = /<atom:updated>([^<]*)/.exec(inRss) ?? /<pubDate>([^<]*)/.exec(inRss) ?? []
  const { items } = readJson('/world/feed.json')
  const [item] = items.filter((each: { id: string }) => each.id === id)
  const page = readText(`${url}index.html`)
  const [, inJsonLd = null] = /"dateModified":"([^"]*)"/.exec(page) ?? []
  return {
    data: readJson(`${url}index.json`).versionCreated,
    jsonLd: inJsonLd,
    sitemap: lastModified,
    atom: inAtom,
    rss: rss && rfc3339(Date.parse(rss) as Instant, zone),
    json: item?.date_modified ?? item?.date_published ?? null,
  }
}

const everywhere = (time: string | null) => ({
  jsonLd: time,
  sitemap: time,
  atom: time,
  rss: time,
  json: time,
})

/** "corrected 2024-…", the last first. */
const eventsOf = (day: string) =>
  readJson(`/changes/${day.replaceAll('-', '/')}.json`).changes.map(
    ({ what, at }: { what: string; at: string }) => `${what} ${at}`,
  )

test('an update, a correction, an entry and a withdrawal move the same times everywhere', async () => {
  const entry = (at: string, words: string) => `::: entry ${at} ${words}\n${words}.\n:::\n\n`
  const first = entry('2024-10-24T09:30:00+05:30', 'The wind rises')
  const correction = '2024-10-24T15:00:00+05:30'
  const update = '2024-10-24T13:00:00+05:30'
  const latest = '2024-10-24T17:00:00+05:30'
  const fields = { title: 'The storm nears', date, live: 'true' }
  const updated = { ...fields, updated: update }
  const corrected = { ...updated, corrections: `[{ date: ${correction}, text: The hour was wrong. }]` }
  site = createSite({
    '_data/site.yaml': siteData['_data/site.yaml'].replace(/^edits:.*\n/m, ''),
    [file]: storyText(fields, `Nine shelters are open.\n\n${first}`),
    'content/stories/2024/10/24/calm.md': storyText({
      title: 'A calm at last',
      date: '2024-10-24T08:30:00+05:30',
    }),
  })
  const publishAt = async (hour: string, text?: string) => {
    if (text !== undefined) site.write(file, text)
    expect(await runInProcess(site, 'build', `--now=2024-10-24T${hour}:30:00+05:30`)).toMatchObject({
      status: 0,
    })
  }
  await publishAt('10')
  expect(lastChanges()).toEqual({ data: date, ...everywhere(date) })

  await publishAt('13', storyText(updated, `Ten shelters are open.\n\n${first}`))
  expect(lastChanges()).toEqual({ data: update, ...everywhere(update) })

  await publishAt('15', storyText(corrected, `Eleven shelters are open.\n\n${first}`))
  expect(lastChanges()).toEqual({ data: correction, ...everywhere(correction) })
  expect(eventsOf('2024-10-24').slice(0, 2)).toEqual([`corrected ${correction}`, `updated ${update}`])

  await publishAt(
    '17',
    storyText(corrected, `Eleven shelters are open.\n\n${first}${entry(latest, 'The port is shut')}`),
  )
  expect(lastChanges()).toEqual({ data: latest, ...everywhere(latest) })
  expect(eventsOf('2024-10-24').slice(0, 2)).toEqual([`updated ${latest}`, `corrected ${correction}`])

  const end = '2024-10-24T18:00:00+05:30'
  const withdrawn = { ...corrected, withdrawn: `{ date: ${end}, reason: No. }` }
  await publishAt('18', storyText(withdrawn, `Eleven shelters are open.\n\n${first}`))
  expect(lastChanges()).toEqual({ data: end, ...everywhere(null) })
  expect(readJson(`${url}index.json`).pubStatus).toBe('canceled')
  expect(readText('/world/atom.xml')).toContain(`<at:deleted-entry ref="${id}" when="${end}"`)
  expect(eventsOf('2024-10-24')[0]).toBe(`withdrawn ${end}`)
})
