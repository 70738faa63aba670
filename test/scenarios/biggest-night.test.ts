// A live blog of three hundred entries: its page keeps the newest, and whoever was sent to an older one still gets there.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nightEntry, nightOf, timeOfEntry } from '../rig/night.ts'
import { runInProcess } from '../rig/run-in-process.ts'
import { storyText } from '../rig/site-data.ts'
import { createSite, type Files, type SiteFolder } from '../rig/site-folder.ts'
import { withoutDepartures } from '../rig/without-departures.ts'

const file = 'content/stories/2024/10/24/night.md'
const folder = 'world/2024/10/24/night'
const fields = {
  title: 'The biggest night',
  date: '2024-10-24T17:00:00+05:30',
  summary: 'All that happens in the night of the election, minute by minute, as it happens.',
  live: 'true',
}
const text = (body: string, more = {}) => storyText({ ...fields, ...more }, body)

let site: SiteFolder
afterAll(() => site.dispose())

const build = async (now = '2024-10-25T12:00:00+05:30'): Promise<Files> => {
  const { status, stdout } = await runInProcess(site, 'build', `--now=${now}`)
  expect(stdout).not.toMatch(/page-heavy|error/)
  expect(status).toBe(0)
  return withoutDepartures(site.snapshot('_site'))
}

/** Of its pages, those that a publish made or took away. */
const changed = (before: Files, after: Files): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter(path => path.startsWith(folder) && before[path] !== after[path])
    .sort()

const idOf = (entry: number): string => `e${timeOfEntry(entry, 2).replace(/[-:]/g, '')}`

/** The page on which a reader reads an entry whose old link leads to the blog's own page: by itself, or by one click. */
const reached = (files: Files, entry: number): string | undefined => {
  const page = files[`${folder}/index.html`] ?? ''
  const id = idOf(entry)
  if (page.includes(`<article class="entry" id="${id}">`)) return 'index.html'
  const [, path = ''] = new RegExp(`<a id="${id}" href="/${folder}/([^"]+/)#${id}">`).exec(page) ?? []
  const other = files[`${folder}/${path}index.html`] ?? ''
  return path !== '' && other.includes(`<article class="entry" id="${id}">`) ? path : undefined
}

const hoursIn = (files: Files): readonly string[] =>
  Object.keys(files).flatMap(path => /\/night\/(\d[^/]+\/)index\.html$/.exec(path)?.[1] ?? [])

let night: Files
beforeAll(async () => {
  site = createSite({ [file]: text(nightOf(300)) })
  night = await build()
})

describe('Three hundred entries', () => {
  test('are all reached from the links that readers have shared, the newest at once', () => {
    const pages = Array.from({ length: 300 }, (_, entry) => reached(night, entry))
    expect(pages.filter(page => page === undefined)).toEqual([])
    expect(pages.at(-1)).toBe('index.html')
    expect(pages[0]).toBe('2024-10-24-18/')
    expect(new Set(pages).size).toBe(hoursIn(night).length + 1)
  })

  test('stand in the sitemap, page by page', () => {
    const sitemap = night['sitemaps/2024-10.xml']
    for (const path of hoursIn(night)) expect(sitemap).toContain(`/${folder}/${path}</loc>`)
  })

  test('are in the data of the story, and those that feeds have are linked as ever', () => {
    const [first, last] = [nightEntry(0), nightEntry(299)].map(entry => entry.split('\n')[1])
    expect(night[`${folder}/index.json`]).toContain(first)
    expect(night[`${folder}/index.json`]).toContain(last)
    expect(night[`${folder}/atom.xml`]).toContain(`/${folder}/#${idOf(299)}"`)
    expect(night[`${folder}/atom.xml`]).toContain(last)
  })

  test('are updates of the live blog where they stand, and parts of it on the pages of hours', () => {
    const graph = (path: string) =>
      JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(night[path] ?? '')?.[1] ?? '')[
        '@graph'
      ][0]
    const blog = graph(`${folder}/index.html`)
    expect(blog['@type']).toEqual(['NewsArticle', 'LiveBlogPosting'])
    expect(blog.coverageStartTime).toBe('2024-10-24T17:00:00+05:30')
    expect(blog.liveBlogUpdate.length).toBeLessThan(60)
    const hours = graph(`${folder}/2024-10-24-18/index.html`)
    expect(hours.isPartOf.url).toBe(`https://bulletin.example/${folder}/`)
    expect(hours.hasPart.at(-1).url).toBe(`https://bulletin.example/${folder}/2024-10-24-18/#${idOf(0)}`)
  })

  test('cost no more than one entry when one more comes: closed hours stay as they are', async () => {
    site.write(file, text(`${nightOf(300)}\n${nightEntry(300)}`))
    const after = await build()
    const pages = changed(night, after).filter(path => path.endsWith('.html'))
    expect(pages).toEqual([`${folder}/index.html`])
    expect(reached(after, 300)).toBe('index.html')
    site.write(file, text(nightOf(300)))
    expect(await build()).toEqual(night)
  })

  test('change where an old one is edited: on the page of its hour, and on no other', async () => {
    const updated = { updated: '2024-10-25T11:00:00+05:30' }
    site.write(file, text(nightOf(300).replace('Entry 3:', 'Entry 3, corrected:'), updated))
    const after = await build()
    expect(changed(night, after).filter(path => path.endsWith('.html'))).toEqual([
      `${folder}/2024-10-24-18/index.html`,
      `${folder}/index.html`,
    ])
    expect(after[`${folder}/2024-10-24-18/index.html`]).toContain('Entry 3, corrected:')
  })

  test('are one fewer where one is taken out: its link leads to the blog', async () => {
    site.write(file, text(nightOf(300).replace(nightEntry(3), ''), { updated: '2024-10-25T11:00:00+05:30' }))
    const after = await build()
    expect(JSON.stringify(after)).not.toContain('Entry 3: ')
    expect(reached(after, 3)).toBeUndefined()
    expect(reached(after, 4)).toBe('2024-10-24-18/')
  })

  test('move with the blog: old addresses of hours lead to them', async () => {
    site.write(file, text(nightOf(300), { slug: 'election', aliases: `[/${folder}/]` }))
    const after = await build()
    for (const path of hoursIn(night))
      expect(after[`${folder}/${path}index.html`]).toContain(`/world/2024/10/24/election/${path}`)
  })

  test('go with the blog when it is withdrawn: nothing of them is left, at none of their addresses', async () => {
    const withdrawn = '{ date: 2024-10-25T12:30:00+05:30, reason: It was not so. }'
    site.write(file, text(nightOf(300), { slug: 'election', aliases: `[/${folder}/]`, withdrawn }))
    const after = await build('2024-10-25T13:00:00+05:30')
    expect(JSON.stringify(after)).not.toContain('Entry 0: ')
    for (const path of hoursIn(night))
      for (const at of [folder, 'world/2024/10/24/election']) {
        expect(after[`${at}/${path}index.html`]).toContain('It was not so.')
        expect(after[`withdrawn/${at}/${path.slice(0, -1)}.txt`]).toBeDefined()
      }
  })

  test('come to the same bytes as in a new folder', async () => {
    site.write(file, text(nightOf(300)))
    expect(await build()).toEqual(night)
  })
})

describe('All entries in one hour', () => {
  test('are on several pages of it', async () => {
    site.write(file, text(nightOf(120).replace(/T(\d\d):(\d\d):00Z/g, minuteOfOneHour)))
    const after = await build()
    const pieces = hoursIn(after)
    expect(pieces.toSorted().slice(0, 2)).toEqual(['2024-10-24-18-2/', '2024-10-24-18-3/'])
    expect(pieces.filter(path => !path.startsWith('2024-10-24-18'))).toEqual([])
  })
})

/** Two minutes become ten seconds. */
const minuteOfOneHour = (_all: string, hours: string, minutes: string): string => {
  const seconds = ((Number(hours) * 60 + Number(minutes) - 750) / 2) * 10
  return `T12:${String(30 + Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}Z`
}

describe('Five entries', () => {
  test('are on one page, as ever', async () => {
    site.write(file, text(nightOf(5)))
    const after = await build()
    expect(hoursIn(after)).toEqual([])
    expect(after[`${folder}/index.html`]).not.toContain('class="hours"')
    expect(Array.from({ length: 5 }, (_, entry) => reached(after, entry))).toEqual(
      Array(5).fill('index.html'),
    )
  })
})
