import { mkdirSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { type ChangingSite, createChangingSite, type Files } from './changing-site.ts'

const day = 'content/stories/2024/10/19'
const sites: ChangingSite[] = []
afterEach(() => {
  for (const site of sites.splice(0)) site.dispose()
})
const create = (files: Files = {}): ChangingSite => {
  const site = createChangingSite(files)
  sites.push(site)
  return site
}

test('at first all is new, in the order of the names', async () => {
  const site = create({
    'src/build.ts': '1',
    'package.json': '{}',
    'README.md': 'no input',
    '_site/index.html': 'no input',
    [`${day}/storm.md`]: 'wind',
    [`${day}/a storm "in" ü.md`]: 'wind',
    'content/pages/about.md': 'about',
    'content/static/.well-known/security.txt': 'x',
  })
  const { changes, by, commit, links, marks } = await site.find()
  expect(changes).toEqual(
    [
      'content/pages/about.md',
      'content/static/.well-known/security.txt',
      `${day}/a storm "in" ü.md`,
      `${day}/storm.md`,
      'package.json',
      'src/build.ts',
    ].map(file => ({ file, kind: 'added' })),
  )
  expect({ by, commit, links }).toEqual({ by: 'walk', commit: null, links: [] })
  expect([...marks.keys()].sort()).toEqual(['', 'content/pages', 'content/static/.well-known', day, 'src'])
})

test('a site without any files has no changes', async () => {
  const { changes, marks } = await create().find()
  expect([changes, marks.size]).toEqual([[], 0])
})

test('after a publish nothing is new; then what was edited, added and removed is', async () => {
  const site = create({ [`${day}/storm.md`]: 'wind', [`${day}/ferry.md`]: 'ship', '_data/site.yaml': 'a' })
  await site.publish()
  const again = await site.find()
  expect([again.changes, again.marks.size]).toEqual([[], 0])
  site.remove(`${day}/ferry.md`)
  site.write({ [`${day}/storm.md`]: 'storm', '_data/people.yaml': 'b' })
  const { changes, marks } = await site.publish()
  expect(changes).toEqual([
    { file: '_data/people.yaml', kind: 'added' },
    { file: `${day}/ferry.md`, kind: 'removed' },
    { file: `${day}/storm.md`, kind: 'edited' },
  ])
  expect(Object.keys(marks.get(day) ?? {})).toEqual(['storm.md'])
  expect((await site.find()).changes).toEqual([])
})

test('a folder without files has no marks any more', async () => {
  const site = create({
    [`${day}/storm.md`]: 'wind',
    '_includes/parts/menu.njk': 'menu',
    'package.json': '{}',
  })
  await site.publish()
  site.remove(`${day}/storm.md`)
  site.remove('_includes')
  site.remove('package.json')
  const { changes, marks } = await site.publish()
  expect(changes.map(({ kind }) => kind)).toEqual(['removed', 'removed', 'removed'])
  expect(marks).toEqual(
    new Map([
      ['', null],
      ['_includes/parts', null],
      [day, null],
    ]),
  )
  expect(site.rows.size).toBe(0)
})

test('what editors hide among the stories is not seen; elsewhere such files are files', async () => {
  const site = create()
  await site.publish()
  site.write({
    [`${day}/.storm.md.swp`]: 'x',
    [`${day}/storm.md~`]: 'x',
    'content/bulletins/Thumbs.db': 'x',
    'content/static/.nojekyll': '',
  })
  expect((await site.find()).changes).toEqual([{ file: 'content/static/.nojekyll', kind: 'added' }])
})

test('a story may have any name', async () => {
  const site = create({ [`${day}/constructor`]: 'a', [`${day}/__proto__`]: 'b' })
  expect((await site.publish()).changes).toHaveLength(2)
  expect((await site.find()).changes).toEqual([])
  site.write({ [`${day}/toString`]: 'c', [`${day}/__proto__`]: 'bb' })
  expect((await site.publish()).changes).toEqual([
    { file: `${day}/__proto__`, kind: 'edited' },
    { file: `${day}/toString`, kind: 'added' },
  ])
  expect((await site.find()).changes).toEqual([])
})

test('a folder that becomes a file, and a file that becomes a folder', async () => {
  const site = create({ 'content/stories/2024/10/19/storm.md': 'wind', 'content/stories/2023': 'a file' })
  await site.publish()
  site.remove('content/stories/2024')
  site.remove('content/stories/2023')
  site.write({ 'content/stories/2024': 'a file', 'content/stories/2023/05/01/ferry.md': 'ship' })
  expect((await site.publish()).changes).toEqual([
    { file: 'content/stories/2023', kind: 'removed' },
    { file: 'content/stories/2023/05/01/ferry.md', kind: 'added' },
    { file: 'content/stories/2024', kind: 'added' },
    { file: 'content/stories/2024/10/19/storm.md', kind: 'removed' },
  ])
  expect((await site.find()).changes).toEqual([])
})

test('an archive folder that becomes a file', async () => {
  const site = create({ 'content/static/logo.svg': '<svg/>' })
  await site.publish()
  site.remove('content/static')
  site.write({ 'content/static': 'a file' })
  expect((await site.publish()).changes).toEqual([
    { file: 'content/static', kind: 'added' },
    { file: 'content/static/logo.svg', kind: 'removed' },
  ])
  expect((await site.find()).changes).toEqual([])
})

test('another case is another name', async () => {
  const site = create({ [`${day}/Storm.md`]: 'wind' })
  await site.publish()
  site.move(`${day}/Storm.md`, `${day}/storm.md`)
  expect((await site.find()).changes).toEqual([
    { file: `${day}/Storm.md`, kind: 'removed' },
    { file: `${day}/storm.md`, kind: 'added' },
  ])
})

test('links below content/ are reported and not followed; links elsewhere are not there', async () => {
  const site = create({ 'there/a.md': 'a', '_includes/base.njk': 'b' })
  site.link(site.at('there'), `${day}/linked`)
  site.link('../../../../../there/a.md', `${day}/a.md`)
  site.link('desk@host.4711', `${day}/.#storm.md`)
  site.link('base.njk', '_includes/other.njk')
  const { changes, links, leftBehind } = await site.find()
  expect(changes).toEqual([{ file: '_includes/base.njk', kind: 'added' }])
  expect(links).toEqual([`${day}/a.md`, `${day}/linked`])
  expect(leftBehind).toEqual([`${day}/.#storm.md`])
})

test('a story that becomes a link is removed', async () => {
  const site = create({ [`${day}/storm.md`]: 'wind', 'there/a.md': 'a' })
  await site.publish()
  site.remove(`${day}/storm.md`)
  site.link('../../../../../there/a.md', `${day}/storm.md`)
  const { changes, links } = await site.find()
  expect(changes).toEqual([{ file: `${day}/storm.md`, kind: 'removed' }])
  expect(links).toEqual([`${day}/storm.md`])
})

test('the folders and files of the site itself may lie elsewhere', async () => {
  const site = create({
    'engine/src/build.ts': '1',
    'engine/package.json': '{}',
    'texts/pages/about.md': 'a',
  })
  site.link('engine/src', 'src')
  site.link('engine/package.json', 'package.json')
  site.link(site.at('texts'), 'content')
  await site.publish()
  site.write({ 'engine/src/build.ts': '12', 'engine/package.json': '{ }', 'texts/pages/about.md': 'ab' })
  expect((await site.find()).changes.map(({ file }) => file)).toEqual([
    'content/pages/about.md',
    'package.json',
    'src/build.ts',
  ])
})

test('links to nowhere at the site’s root are not there', async () => {
  const site = create()
  site.link('nowhere', 'src')
  site.link('nowhere.json', 'package.json')
  expect((await site.find()).changes).toEqual([])
})

test('empty folders are nothing', async () => {
  const site = create()
  mkdirSync(site.at(`${day}/empty`), { recursive: true })
  const { changes, marks } = await site.find()
  expect([changes, marks.size]).toEqual([[], 0])
})
