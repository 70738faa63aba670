import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  indexClaims,
  indexCurations,
  mentionOfPage,
  mentionOfPicture,
  mentionOfWords,
} from '../../src/archive/index-claims.ts'
import type { Curation } from '../../src/domain/newsroom.ts'
import type { Story } from '../../src/domain/story.ts'
import { addressKey } from '../../src/domain/web-address.ts'
import { type EditedTables, editTables, noTables } from '../../src/store/tables.ts'
import { storyOf } from '../rig/small-newsroom.ts'
import { rowsIn } from '../rig/table-rows.ts'

const picture = (file: string) => ({
  src: file,
  file,
  digest: '',
  width: 1,
  height: 1,
  bytes: 1,
  isOpaque: false,
  pixels: null,
})

const plain = storyOf()

const claimed = (...stories: readonly Story[]): EditedTables => {
  const tables = editTables(noTables)
  indexClaims(
    tables,
    stories.map(story => ({ file: story.file, before: null, after: story })),
  )
  return tables
}

describe('a story lays claim', () => {
  const story = { ...plain, url: '/world/2024/10/24/Storm/', aliases: ['/old/Storm.html', '/older/'] }

  test('to its address and its old ones, in whatever letter case', () => {
    const tables = claimed(story)
    for (const address of ['/world/2024/10/24/storm', '/old/storm.html', '/older'])
      expect(tables.get('claims', address)).toEqual([story.file])
  })

  test('to none any more when it is gone', () => {
    const tables = claimed(story)
    indexClaims(tables, [{ file: story.file, before: story, after: null }])
    expect(rowsIn(tables.edits)).toEqual({})
  })

  test('to one address twice, it is named there once', () => {
    const twice = { ...plain, aliases: [plain.url.toUpperCase(), `${plain.url}index.html`] }
    expect(claimed(twice).get('claims', addressKey(plain.url))).toEqual([plain.file])
  })
})

test.each([
  ['/', ''],
  ['/index.html', ''],
  ['/World/', '/world'],
  ['/world', '/world'],
  ['/world/INDEX.html', '/world'],
  ['/rss.xml', '/rss.xml'],
  ['/old/index.html/', '/old/index.html'],
])('the address of %s is “%s”', (url, address) => expect(addressKey(url)).toBe(address))

describe('what a story leans on leads back to it', () => {
  const story: Story = {
    ...plain,
    title: 'Storm passes',
    image: { ...picture('lead.png'), alt: 'A', credit: 'B', caption: null },
    pictures: [picture('chart.svg')],
    links: ['/world/2024/10/23/Calm/#names', '/about/?from=here', '/files/report.pdf', '/'],
  }
  const tables = claimed(story)
  const leanOn = (mention: string) => tables.get('mentions', mention) ?? []

  test.each([
    ['its lead picture', mentionOfPicture('lead.png')],
    ['a picture in its text', mentionOfPicture('chart.svg')],
    ['its headline', mentionOfWords('Storm passes')],
    ['its summary', mentionOfWords(story.summary)],
    ['a story that it links to, whatever the place on its page', mentionOfPage('/world/2024/10/23/calm/')],
    ['a page that it links to, whatever the query', mentionOfPage('/about/')],
    ['a file that it links to', mentionOfPage('/files/report.pdf')],
    ['the front', mentionOfPage('/')],
  ])('%s', (_what, mention) => expect(leanOn(mention)).toEqual([story.file]))

  test('and nothing else does', () => expect(leanOn(mentionOfPage('/world/'))).toEqual([]))

  test('two stories stand in the order of their files', () => {
    const other = { ...story, file: 'content/stories/2024/10/23/a.md' }
    expect(claimed(story, other).get('mentions', mentionOfPicture('lead.png'))).toEqual([
      other.file,
      story.file,
    ])
  })
})

describe('changes one by one give what all at once give', () => {
  const file = fc.constantFrom('a.md', 'b.md', 'c.md')
  const story = fc
    .record({
      title: fc.constantFrom('Storm', 'Calm'),
      url: fc.constantFrom('/a/', '/b/', '/c/'),
      aliases: fc.subarray(['/a/', '/old/', '/Old', '/older.html']),
      pictures: fc.subarray([picture('1.png'), picture('2.png')]),
      links: fc.subarray(['/a/', '/a/#x', '/b/?y', '/rss.xml']),
    })
    .map((fields): Story => ({ ...plain, ...fields }))
  const edit = fc.tuple(file, fc.option(story))
  // As a build takes them in: each file once.
  const round = fc.uniqueArray(edit, { maxLength: 3, selector: ([name]) => name })

  test('of stories', () => {
    const property = fc.property(fc.array(round), rounds => {
      const tables = editTables(noTables)
      const known = new Map<string, Story>()
      for (const edits of rounds) {
        const changes = edits.map(([name, fields]) => ({
          file: name,
          before: known.get(name) ?? null,
          after: fields && { ...fields, file: name },
        }))
        indexClaims(tables, changes)
        for (const { file: name, after } of changes)
          if (after === null) known.delete(name)
          else known.set(name, after)
      }
      expect(rowsIn(tables.edits)).toEqual(rowsIn(claimed(...known.values()).edits))
    })
    fc.assert(property, { numRuns: 200 })
  })
})

describe('the curation of a day', () => {
  const curation = (fields: Partial<Curation> = {}): Curation => ({
    file: 'content/bulletins/2024-10-24.md',
    day: '2024-10-24',
    title: null,
    order: [],
    introduction: '',
    links: [],
    ...fields,
  })
  const curated = (...changes: Parameters<typeof indexCurations>[1]) => {
    const tables = editTables(noTables)
    indexCurations(tables, changes)
    return tables
  }

  test('is found by its day, and by what it links to', () => {
    const tables = curated({ before: null, after: curation({ links: ['/world/#top'] }) })
    expect(tables.get('curations', '2024-10-24')?.file).toBe('content/bulletins/2024-10-24.md')
    expect(tables.get('mentions', mentionOfPage('/world/'))).toEqual(['content/bulletins/2024-10-24.md'])
  })

  test('leaves nothing behind when it goes', () => {
    const there = curation({ links: ['/world/'] })
    const tables = curated({ before: null, after: there })
    indexCurations(tables, [{ before: there, after: null }])
    expect(rowsIn(tables.edits)).toEqual({})
  })

  test('keeps the links of stories to the same page when it changes its own', () => {
    const there = curation({ links: ['/world/'] })
    const tables = curated({ before: null, after: there })
    indexClaims(tables, [{ file: plain.file, before: null, after: { ...plain, links: ['/world/'] } }])
    indexCurations(tables, [{ before: there, after: curation({ links: ['/sport/'] }) }])
    expect(tables.get('mentions', mentionOfPage('/world/'))).toEqual([plain.file])
    expect(tables.get('mentions', mentionOfPage('/sport/'))).toEqual([there.file])
  })
})
