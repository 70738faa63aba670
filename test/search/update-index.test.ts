import { cpSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SiteEvent } from '../../src/domain/event.ts'
import { updateIndex } from '../../src/search/update-index.ts'
import { forEditors, forReaders } from '../../src/store/edition.ts'
import { takeLock } from '../../src/store/lock.ts'
import { publishInProcess } from '../rig/build-in-process.ts'
import { bundlesIn, indexIn, missingIn, storiesIn } from '../rig/search-index.ts'
import { siteData, storyText } from '../rig/site-data.ts'
import { createSite, type Files, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'

const searched = { '_data/site.yaml': `${siteData['_data/site.yaml']}search: true\n` }

const story = (date: string, slug: string, fields: Record<string, string> = {}, body?: string): Files => ({
  [`content/stories/${date.slice(0, 10).replaceAll('-', '/')}/${slug}.md`]: storyText(
    { title: `About the ${slug}`, date, ...fields },
    body,
  ),
})

const newsroom: Files = {
  ...searched,
  ...story('2022-03-04T09:00:00Z', 'dredger', {}, 'The dredger Matsya stays until December.\n'),
  ...story('2023-06-01T09:00:00Z', 'lighthouse', {}, 'A new lamp was lit in the lighthouse.\n'),
  ...story(
    '2023-06-02T09:00:00Z',
    'causeway',
    { section: 'nation' },
    'The causeway is closed at high water.\n',
  ),
  ...story(
    '2024-10-24T09:00:00Z',
    'ferry',
    { dateline: 'Neelam', authors: '[asha-rao]' },
    '## Timetable\n\n![A ship > a boat](/favicon.svg)\n\nThe ferry runs again.\n\nhttps://vimeo.com/123\n',
  ),
  ...story(
    '2024-10-24T10:00:00Z',
    'held-one',
    { embargo: '2031-01-01T00:00:00Z' },
    'Not before its day: zanzibar.\n',
  ),
  ...story('2024-10-24T11:00:00Z', 'draft-one', { draft: 'true' }, 'Only a draft: quixotic.\n'),
  ...story(
    '2024-10-24T12:00:00Z',
    'gone-one',
    { withdrawn: '{ date: 2024-10-25T00:00:00Z, reason: no }' },
    'It was not so: xylophone.\n',
  ),
}

const now = at('2024-11-10T00:00:00Z')

let site: SiteFolder
beforeEach(() => {
  site = createSite(newsroom)
})
afterEach(() => site.dispose())

const index = (of = site) => updateIndex({ root: of.root, edition: forReaders, into: null }, () => {})
const publish = (of = site) => publishInProcess(of, now)
const published = (of = site) => (site === of ? site.snapshot('_site') : of.snapshot('_site'))
const madeBy = (outcome: Awaited<ReturnType<typeof index>>) =>
  outcome.kind === 'done' ? outcome.made.map(({ name }) => name) : []
const addressOf = (section: string, day: string, slug: string) => `/${section}/${day}/${slug}/`
/** MPEG-1, layer III, 128 kbit/s, 44.1 kHz. */
const frameOfSound = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0]), Buffer.alloc(413)])
const change = (file: string, from: string, to: string) => site.write(file, site.read(file).replace(from, to))
const reported = () => {
  const report = JSON.parse(site.read('.dateline/changes.json'))
  const files = (list: readonly { file: string }[]) => list.map(({ file }) => file)
  return { added: files(report.added), changed: files(report.changed), removed: files(report.removed) }
}

const ferry = 'content/stories/2024/10/24/ferry.md'
const lighthouse = 'content/stories/2023/06/01/lighthouse.md'

/** Of the one story of a bundle. */
const wordsOf = (bundle: string) => {
  const [words] = Object.entries(indexIn(published()))
    .filter(([file]) => file.startsWith(`search/${bundle}/fragment/`))
    .map(([, text]) => JSON.parse(text.slice(text.indexOf('{'))))
  return words
}

describe('The index', () => {
  test('is due with a publish, and has one bundle for each year', async () => {
    const built = await publish()
    expect(built.isSearchDue).toBe(true)
    expect(bundlesIn(published())).toEqual([])
    expect(madeBy(await index())).toEqual(['2024', '2023', '2022'])
    expect(bundlesIn(published())).toMatchObject([
      { name: '2024', stories: 1 },
      { name: '2023', stories: 2 },
      { name: '2022', stories: 1 },
    ])
    expect(missingIn(published())).toEqual([])
    expect(storiesIn(published(), '2023')).toEqual([
      addressOf('nation', '2023/06/02', 'causeway'),
      addressOf('world', '2023/06/01', 'lighthouse'),
    ])
    const again = await publish()
    expect(again.isSearchDue).toBe(false)
    expect(again.changes).toEqual({ added: [], changed: [], removed: [] })
    expect(madeBy(await index())).toEqual([])
  })

  test('has what a transcript and a footnote say, and no live entry before its time', async () => {
    const folder = 'content/stories/2024/10/24/'
    const blog = `Counted.[^a]

![The horn](horn.mp3)

::: entry 2024-10-24T10:00:00Z Boats are in
All of them.
:::

::: entry 2024-12-01T00:00:00Z Later: zanzibar
Not before its day: zanzibar.[^b]
:::

[^a]: By hand.

[^b]: Also zanzibar.
`
    site.writeBytes(`${folder}horn.mp3`, frameOfSound)
    site.write(`${folder}horn.txt`, 'Two long blasts.\n')
    site.write(
      ferry,
      storyText({ title: 'About the ferry', date: '2024-10-24T09:00:00Z', live: 'true' }, blog),
    )
    await publish()
    await index()
    const { content } = wordsOf('2024')
    expect(content).toContain('Counted. The horn Two long blasts.')
    expect(content).toContain('Boats are in. All of them.')
    expect(content).toContain('By hand.')
    expect(content).not.toMatch(/Transcript|Footnote|↑/)
    expect(Object.values(indexIn(published())).join()).not.toContain('zanzibar')
    await publishInProcess(site, at('2024-12-01T00:00:00Z'))
    await index()
    expect(wordsOf('2024').content).toContain('Not before its day: zanzibar.')
  })

  test('has the words of a story and its headline, and nothing of the site around it', async () => {
    await publish()
    await index()
    const words = wordsOf('2024')
    expect(words.content).toBe(
      'Ships move again at noon, says the harbour master, after two days. Timetable. The ferry runs again. Neelam. About the ferry.',
    )
    expect(words.meta).toEqual({ title: 'About the ferry' })
    expect(words.filters).toEqual({ section: ['world'] })
  })

  test('knows nothing of drafts, of what is held and of what was withdrawn', async () => {
    await publish()
    await index()
    const all = Object.values(indexIn(published())).join('\n')
    expect(all).toContain('matsya')
    for (const word of ['zanzibar', 'quixot', 'xylophon', 'held-one', 'draft-one', 'gone-one'])
      expect(all).not.toContain(word)
  })

  test('has the same bytes wherever and whenever it is made', async () => {
    await publish()
    await index()
    const other = createSite(newsroom)
    try {
      await publish(other)
      await index(other)
      expect(published(other)).toEqual(published())
    } finally {
      other.dispose()
    }
  })
})

describe('A publish', () => {
  beforeEach(async () => {
    await publish()
    await index()
  })

  test('of a new story leaves closed years alone', async () => {
    const before = published()
    for (const [file, text] of Object.entries(story('2024-11-01T09:00:00Z', 'tide'))) site.write(file, text)
    await publish()
    expect(missingIn(published())).toEqual([])
    expect(madeBy(await index())).toEqual(['2024'])
    const changed = Object.keys(published()).filter(file => published()[file] !== before[file])
    expect(changed.filter(file => /^search\/202[23]/.test(file))).toEqual([])
    expect(storiesIn(published(), '2024')).toHaveLength(2)
    expect(missingIn(published())).toEqual([])
  })

  test('of a correction makes the index of its year again, and reports its files', async () => {
    change(
      lighthouse,
      'section: world',
      'section: world\ncorrections: [{ date: 2024-11-02T00:00:00Z, text: The lamp is electric. }]',
    )
    const { changes } = await publish()
    expect(changes.removed).toEqual([])
    expect(madeBy(await index())).toEqual(['2023'])
    expect(Object.values(indexIn(published())).join('\n')).toContain('The lamp is electric.')
    const report = reported()
    expect(report.added.filter(file => file.startsWith('search/2023/fragment/'))).toHaveLength(1)
    expect(report.removed.filter(file => file.startsWith('search/2023/fragment/'))).toHaveLength(1)
    expect(report.changed).toContain('search/bundles.json')
    expect(report.changed).toContain('search/2023/pagefind-entry.json')
    expect(report.changed).toContain('world/2023/06/01/lighthouse/index.html')
    expect(report.added.every(file => Object.hasOwn(published(), file))).toBe(true)
  })

  test('of what the index does not have costs it nothing', async () => {
    site.write('content/bulletins/2024-10-24.md', '---\ntitle: A quiet day\n---\nWords.\n')
    change('content/stories/2024/10/24/draft-one.md', 'quixotic', 'quixotry')
    expect((await publish()).isSearchDue).toBe(false)
    change('_data/site.yaml', 'The Test Bulletin', 'The Other Bulletin')
    change('_data/people.yaml', 'Asha Rao', 'Asha N. Rao')
    const fullBuildReason = await publish()
    expect(fullBuildReason.fullBuildReason).not.toBeNull()
    expect(fullBuildReason.isSearchDue).toBe(true)
    expect(madeBy(await index())).toEqual([])
    expect((await publish()).isSearchDue).toBe(false)
  })

  test.each([
    [
      'withdrawn',
      () =>
        change(
          lighthouse,
          'section: world',
          'section: world\nwithdrawn: { date: 2024-11-02T00:00:00Z, reason: It was not so. }',
        ),
    ],
    ['made a draft', () => change(lighthouse, 'section: world', 'section: world\ndraft: true')],
    ['removed', () => site.remove(lighthouse)],
    ['moved to another section', () => change(lighthouse, 'section: world', 'section: sport')],
  ])('takes a story that is %s out of the index with its page', async (_what, edit) => {
    edit()
    const { changes, isSearchDue } = await publish()
    expect(isSearchDue).toBe(true)
    const rest = indexIn(published())
    const all = Object.values(rest).join('\n')
    expect(all).not.toContain('new lamp')
    expect(all).not.toContain('/world/2023/06/01/lighthouse/')
    expect(bundlesIn(published()).map(({ name }) => name)).toEqual(['2024', '2022'])
    // The words of others are still there, but nothing leads to them.
    expect(
      Object.keys(rest).filter(file => /^search\/2023\/(?:index|filter)|2023\/.*(?:meta|entry)/.test(file)),
    ).toEqual([])
    expect(storiesIn(published(), '2023')).toEqual([addressOf('nation', '2023/06/02', 'causeway')])
    expect(changes.removed).toContain('search/2023/pagefind-entry.json')
    expect(changes.changed).toContain('search/bundles.json')
    expect(missingIn(published())).toEqual([])
    expect(madeBy(await index())).toEqual(['2023'])
    expect(bundlesIn(published()).map(({ name }) => name)).toEqual(['2024', '2023', '2022'])
    expect(missingIn(published())).toEqual([])
  })

  test('that is a full build knows what must go from the index as well', async () => {
    site.remove(lighthouse)
    change('_data/site.yaml', 'The Test Bulletin', 'The Other Bulletin')
    expect((await publish()).fullBuildReason).not.toBeNull()
    expect(Object.values(indexIn(published())).join('\n')).not.toContain('new lamp')
    expect(bundlesIn(published()).map(({ name }) => name)).toEqual(['2024', '2022'])
    expect(madeBy(await index())).toEqual(['2023'])
  })

  test('of the last story of a year takes its bundle away', async () => {
    site.remove('content/stories/2022/03/04/dredger.md')
    await publish()
    expect(madeBy(await index())).toEqual([])
    expect(Object.keys(published()).filter(file => file.startsWith('search/2022/'))).toEqual([])
    expect(bundlesIn(published()).map(({ name }) => name)).toEqual(['2024', '2023'])
  })

  test('by the clock alone brings a story into the index when its day comes', async () => {
    await publishInProcess(site, at('2031-02-01T00:00:00Z'))
    expect(madeBy(await index())).toEqual(['2024'])
    expect(storiesIn(published(), '2024')).toContain(addressOf('world', '2024/10/24', 'held-one'))
  })

  test('after a lost store leaves nothing of an index that nobody remembers', async () => {
    const before = published()
    site.remove('.dateline')
    site.remove(lighthouse)
    const { foreign } = await publish()
    expect(foreign.filter(file => file.startsWith('search/'))).toEqual([])
    expect(Object.keys(indexIn(published()))).toEqual(['search/bundles.json'])
    expect(bundlesIn(published())).toEqual([])
    await index()
    expect(Object.keys(published())).toContain('search/2023/pagefind-entry.json')
    for (const file of Object.keys(before).filter(file => /^search\/202[24]/.test(file)))
      expect(published()[file], file).toBe(before[file])
  })

  test('over an older copy of the site leaves nothing of what was in the index then', async () => {
    cpSync(join(site.root, '_site'), join(site.root, 'copy'), { recursive: true })
    site.remove(lighthouse)
    change(ferry, 'runs again', 'runs twice')
    await publish()
    await index()
    const expected = published()
    site.remove('_site')
    renameSync(join(site.root, 'copy'), join(site.root, '_site'))
    await publish()
    expect(Object.values(indexIn(published())).join('\n')).not.toContain('new lamp')
    expect(missingIn(published())).toEqual([])
    expect(bundlesIn(published()).map(({ name }) => name)).toEqual(['2022'])
    expect(madeBy(await index())).toEqual(['2024', '2023'])
    expect(published()).toEqual(expected)
  })

  test('reports no file of the index as one that is not ours', async () => {
    site.write('_site/search/2023/note.txt', 'of somebody else')
    site.write('_site/mine.txt', 'of somebody else')
    expect((await publish()).foreign).toEqual(['mine.txt', 'search/2023/note.txt'])
  })

  test('without search takes page, script and index away', async () => {
    site.write('_data/site.yaml', siteData['_data/site.yaml'])
    const { isSearchDue, changes } = await publish()
    expect(isSearchDue).toBe(false)
    expect(Object.keys(published()).filter(file => file.startsWith('search/'))).toEqual([])
    expect(changes.removed).toContain('search/bundles.json')
    expect(madeBy(await index())).toEqual([])
  })

  test('makes anew what somebody removed', async () => {
    const before = published()
    site.remove('_site/search/2023')
    expect((await publish()).isSearchDue).toBe(true)
    expect(madeBy(await index())).toEqual(['2023'])
    expect(published()).toEqual(before)
    site.remove('_site')
    await publish()
    await index()
    expect(published()).toEqual(before)
  })

  test('of everything makes the index again too', async () => {
    const before = published()
    await publishInProcess(site, now, { isAll: true })
    expect(madeBy(await index())).toEqual(['2024', '2023', '2022'])
    expect(published()).toEqual(before)
  })
})

describe('A story that is being edited', () => {
  test('is found by its headline and summary until it is published, and then by its words', async () => {
    await publish()
    change(ferry, 'The ferry runs again.', 'The ferry runs twice.')
    expect(madeBy(await index())).toEqual(['2024', '2023', '2022'])
    const words = () => Object.values(indexIn(published())).join('\n')
    expect(words()).toContain('Ships move again at noon')
    expect(words()).not.toContain('The ferry runs')
    expect((await publish()).isSearchDue).toBe(true)
    expect(madeBy(await index())).toEqual(['2024'])
    expect(words()).toContain('The ferry runs twice.')
    // Also when the edit was taken back.
    change(ferry, 'after two days', 'after a week')
    await publish()
    change(ferry, 'runs twice', 'runs late')
    await index()
    change(ferry, 'runs late', 'runs twice')
    expect((await publish()).isSearchDue).toBe(true)
    await index()
    expect(words()).toContain('The ferry runs twice.')
    expect((await publish()).isSearchDue).toBe(false)
  })
})

describe('While one run makes the index', () => {
  test('another leaves it to that one', async () => {
    await publish()
    const lock = await takeLock(join(site.root, '.dateline/search/lock'))
    expect(await index()).toEqual({ kind: 'elsewhere' })
    await lock.release()
    expect(madeBy(await index())).toHaveLength(3)
  })

  test('others publish, and it indexes what they published', async () => {
    await publish()
    let isPublished = false
    const publishMeanwhile = async () => {
      if (isPublished) return
      isPublished = true
      change(ferry, 'runs again', 'runs twice')
      site.remove(lighthouse)
      await publish()
    }
    const meanwhile: Promise<void>[] = []
    await updateIndex({ root: site.root, edition: forReaders, into: null }, () =>
      meanwhile.push(publishMeanwhile()),
    )
    await Promise.all(meanwhile)
    const words = Object.values(indexIn(published())).join('\n')
    expect(words).toContain('The ferry runs twice.')
    expect(words).not.toContain('new lamp')
    expect((await publish()).isSearchDue).toBe(false)
  })

  test('nobody has read yet what the publish before it changed, so the next one reports it too', async () => {
    await publish()
    await index()
    change(ferry, 'runs again', 'runs twice')
    await publish()
    const lock = await takeLock(join(site.root, '.dateline/search/lock'))
    site.remove('content/stories/2022/03/04/dredger.md')
    await publish()
    await lock.release()
    expect(reported().changed).toContain('world/2024/10/24/ferry/index.html')
    expect(reported().removed).toContain('world/2022/03/04/dredger/index.html')
  })

  test('a build does not fail for the moments in which that run holds the store', async () => {
    await publish()
    const lock = await takeLock(join(site.root, '.dateline/search/lock'))
    const moment = await takeLock(join(site.root, '.dateline/lock'))
    const built = publish()
    await new Promise(resolve => setTimeout(resolve, 200))
    await moment.release()
    expect((await built).isSearchDue).toBe(true)
    await lock.release()
  })
})

test('what a run that was killed did not come to report, the next one reports', async () => {
  await publish()
  await index()
  change(ferry, 'runs again', 'runs twice')
  await publish()
  // Here the command was killed: nobody has read the list yet.
  site.write('content/bulletins/2024-10-24.md', '---\ntitle: A quiet day\n---\nWords.\n')
  await publish()
  expect(reported().changed).toEqual(
    expect.arrayContaining(['world/2024/10/24/ferry/index.html', '2024/10/24/index.html']),
  )
  await index()
  expect(reported().changed).toEqual(
    expect.arrayContaining(['world/2024/10/24/ferry/index.html', 'search/2024/pagefind-entry.json']),
  )
  site.write('content/bulletins/2024-10-24.md', '---\ntitle: A loud day\n---\nWords.\n')
  await publish()
  expect(reported().changed).not.toContain('world/2024/10/24/ferry/index.html')
})

test('a folder of changes gets what a run that was killed put into the site', async () => {
  await publish()
  const stop = (event: SiteEvent) => {
    if (event.type === 'indexing' && event.bundle === '2023') throw new Error('killed')
  }
  await expect(updateIndex({ root: site.root, edition: forReaders, into: null }, stop)).rejects.toThrow(
    'killed',
  )
  expect(bundlesIn(published()).map(({ name }) => name)).toEqual(['2024'])
  const { status, stdout } = site.run('build', '--now=2024-11-10T00:00:00Z', '--changes-only=upload')
  expect(status, stdout).toBe(0)
  const uploaded = site.snapshot('upload/site')
  expect(bundlesIn(uploaded).map(({ name }) => name)).toEqual(['2024', '2023', '2022'])
  expect(missingIn(uploaded)).toEqual([])
  expect(Object.keys(uploaded)).toContain('world/2024/10/24/ferry/index.html')
})

test('editors have the page in their preview, and no index', async () => {
  const { isSearchDue } = await publishInProcess(site, now, { edition: forEditors })
  expect(isSearchDue).toBe(false)
  const preview = site.snapshot(forEditors.published)
  expect(Object.keys(preview)).toContain('search/index.html')
  expect(Object.keys(indexIn(preview))).toEqual(['search/bundles.json'])
  expect(bundlesIn(preview)).toEqual([])
})

test('there is no index of a site that was never published', async () => {
  await expect(index()).rejects.toThrow('nothing has been published here yet; run npm run build first')
})
