import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterEach, expect, test } from 'vitest'
import { findChangedInputs } from '../../src/changes/changed-inputs.ts'
import { marksOf } from '../../src/store/file-mark.ts'
import { type ChangingSite, createChangingSite, type Files } from './changing-site.ts'

const day = 'content/stories/2024/10/19'
const sites: ChangingSite[] = []
afterEach(() => {
  for (const site of sites.splice(0)) site.dispose()
})
const published = async (files: Files = {}): Promise<ChangingSite> => {
  const site = createChangingSite({
    [`${day}/storm.md`]: 'wind',
    [`${day}/ferry.md`]: 'ship',
    '_includes/base.njk': 'b',
    ...files,
  })
  sites.push(site)
  await site.publish()
  return site
}

test('only what is named is looked at in the archive, and keeps the marks of the others', async () => {
  const site = await published()
  site.write({ [`${day}/storm.md`]: 'storm', [`${day}/ferry.md`]: 'ferry' })
  const { changes, by, commit, marks } = await site.publish({ named: [`${day}/storm.md`] })
  expect({ changes, by, commit }).toEqual({
    changes: [{ file: `${day}/storm.md`, kind: 'edited' }],
    by: 'names',
    commit: null,
  })
  expect(Object.keys(marks.get(day) ?? {}).sort()).toEqual(['ferry.md', 'storm.md'])
  expect((await site.find()).changes).toEqual([{ file: `${day}/ferry.md`, kind: 'edited' }])
})

test('a named file may be new, gone or as it was', async () => {
  const site = await published()
  site.write({ [`${day}/new.md`]: 'new' })
  site.remove(`${day}/ferry.md`)
  const named = ['new', 'ferry', 'storm'].map(name => `${day}/${name}.md`)
  expect((await site.publish({ named })).changes).toEqual([
    { file: `${day}/ferry.md`, kind: 'removed' },
    { file: `${day}/new.md`, kind: 'added' },
  ])
  expect((await site.find()).changes).toEqual([])
})

test('the layouts and data of the site are always looked at', async () => {
  const site = await published({ '_data/site.yaml': 's', 'content/pages/deep/about.md': 'a' })
  site.write({ '_includes/base.njk': 'bb', 'package.json': '{}' })
  site.remove('content/pages')
  expect((await site.publish({ named: [] })).changes).toEqual([
    { file: '_includes/base.njk', kind: 'edited' },
    { file: 'content/pages/deep/about.md', kind: 'removed' },
    { file: 'package.json', kind: 'added' },
  ])
  expect((await site.find()).changes).toEqual([])
})

test('unless a watcher, which would have named them, saw others only', async () => {
  const site = await published({ '_data/site.yaml': 's' })
  site.write({ '_data/site.yaml': 'ss', [`${day}/storm.md`]: 'a gale' })
  const filesFrom = async (named: readonly string[]) =>
    (await site.find({ named, isWatched: true })).changes.map(({ file }) => file)
  expect(await filesFrom([`${day}/storm.md`])).toEqual([`${day}/storm.md`])
  expect(await filesFrom(['_data/site.yaml'])).toEqual(['_data/site.yaml'])
  expect(await filesFrom(['content'])).toEqual(['_data/site.yaml', `${day}/storm.md`])
})

test.each([
  ['a day', [day]],
  ['a year', ['content/stories/2024']],
  ['a year and a day in it', [day, 'content/stories/2024/', `${day}/storm.md`]],
  ['all stories', ['content/stories']],
  ['all content', ['content']],
  ['the site', ['.']],
  ['a folder on a strange way', [`./content/../${day}/`]],
])('to name %s is to name all that is in it or was', async (_what, named) => {
  const site = await published({ [`${day}/deeper/old.md`]: 'old' })
  site.write({ [`${day}/storm.md`]: 'storm', [`${day}/new.md`]: 'new' })
  site.remove(`${day}/deeper`)
  expect((await site.publish({ named })).changes).toEqual([
    { file: `${day}/deeper/old.md`, kind: 'removed' },
    { file: `${day}/new.md`, kind: 'added' },
    { file: `${day}/storm.md`, kind: 'edited' },
  ])
  expect((await site.find()).changes).toEqual([])
})

test('a folder that is gone can be named', async () => {
  const site = await published()
  site.remove('content/stories/2024')
  expect((await site.find({ named: ['content/stories/2024'] })).changes).toEqual([
    { file: `${day}/ferry.md`, kind: 'removed' },
    { file: `${day}/storm.md`, kind: 'removed' },
  ])
})

test('a folder that became a file, and a file that became a folder, need to be named once', async () => {
  const site = await published({ 'content/stories/2023': 'a file' })
  site.remove('content/stories/2024')
  site.remove('content/stories/2023')
  site.write({ 'content/stories/2024': 'a file', 'content/stories/2023/05/01/flood.md': 'rain' })
  const named = ['content/stories/2023', 'content/stories/2024']
  expect((await site.publish({ named })).changes).toHaveLength(5)
  expect((await site.find()).changes).toEqual([])
})

test('names are paths from the site or from the top of the disk', async () => {
  const site = await published()
  site.write({ [`${day}/storm.md`]: 'storm' })
  expect((await site.find({ named: [site.at(`${day}/storm.md`)] })).changes).toHaveLength(1)
})

test('the site may be named through a link that leads to it', async () => {
  const site = await published()
  site.write({ [`${day}/storm.md`]: 'storm' })
  site.link(site.root, 'here')
  const { changes } = await findChangedInputs({
    root: site.at('here'),
    known: { ...marksOf(site.rows), all: async () => site.rows },
    named: [site.at(`${day}/storm.md`)],
    lastCommit: null,
    present: Date.now() + 60_000,
  })
  expect(changes).toEqual([{ file: `${day}/storm.md`, kind: 'edited' }])
})

test('named links are reported, and nothing behind them is looked at', async () => {
  const site = await published({ 'there/a.md': 'a' })
  site.link(site.at('there'), `${day}/linked`)
  const { changes, links } = await site.find({ named: [`${day}/linked`] })
  expect([changes, links]).toEqual([[], [`${day}/linked`]])
  await expect(site.find({ named: [`${day}/linked/a.md`] })).rejects.toThrow('does not exist')
})

test('a folder that became a link to another has no stories any more, whatever stands behind it', async () => {
  const site = await published({ 'there/10/19/storm.md': 'other wind' })
  site.remove('content/stories/2024')
  site.link(site.at('there'), 'content/stories/2024')
  expect((await site.find({ named: [`${day}/storm.md`] })).changes).toEqual([
    { file: `${day}/storm.md`, kind: 'removed' },
  ])
  expect((await site.find({ named: ['content/stories/2024/10', day] })).changes).toEqual([
    { file: `${day}/ferry.md`, kind: 'removed' },
    { file: `${day}/storm.md`, kind: 'removed' },
  ])
})

test('an archive folder that became a file', async () => {
  const site = await published({ 'content/static/logo.svg': '<svg/>' })
  site.remove('content/static')
  site.write({ 'content/static': 'a file' })
  expect((await site.publish({ named: ['content/static'] })).changes).toEqual([
    { file: 'content/static', kind: 'added' },
    { file: 'content/static/logo.svg', kind: 'removed' },
  ])
  expect((await site.find()).changes).toEqual([])
})

test('an empty folder may be named', async () => {
  const site = await published()
  mkdirSync(site.at('content/stories/2025'))
  expect((await site.find({ named: ['content/stories/2025'] })).changes).toEqual([])
})

test.each([
  [`${day}/strom.md`, /strom\.md does not exist, and did not at the last publish; check the spelling$/],
  [`${day}/Storm.md`, /Storm\.md does not exist/],
  ['content/stories/2031', /^content\/stories\/2031 does not exist/],
  ['_data/no.yaml', /^_data\/no\.yaml does not exist/],
  ['src/no', /^src\/no does not exist/],
  ['README.md', /^README\.md is not part of the site; name files below content\//],
  ['_site/index.html', /^_site\/index\.html is not part of the site/],
  ['../elsewhere.md', /^\.\.\/elsewhere\.md is outside of the site; name files below \//],
  [tmpdir(), /is outside of the site/],
  [`${day}/.storm.md.swp`, /\.storm\.md\.swp is a hidden or backup file/],
])('to name %s is a mistake that is reported in one line', async (name, message) => {
  const site = await published({ 'README.md': 'r', [`${day}/.storm.md.swp`]: 'x' })
  await expect(site.find({ named: [`${day}/storm.md`, name] })).rejects.toThrow(message)
})

test('a name may begin with two dots', async () => {
  const site = await published()
  await expect(site.find({ named: ['..storm.md'] })).rejects.toThrow('is not part of the site')
})
