import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { readNewsroomFiles } from '../../src/read/read-newsroom-files.ts'
import { storyFile, storyText } from '../rig/site-data.ts'
import { createSite, type Files, type SiteFolder } from '../rig/site-folder.ts'
import { noPicture, validateFiles } from '../rig/small-newsroom.ts'

let site: SiteFolder
afterEach(() => site.dispose())
const readIn = (files: Files) => {
  site = createSite(files)
  return readNewsroomFiles(site.root)
}

test('stories and bulletins come in the order of their paths; pictures beside them are no stories', () => {
  const {
    stories,
    curations,
    read: readOne,
  } = readIn({
    'content/stories/2024/10/24/b.md': 'b',
    'content/stories/2024/10/24/a.md': 'a',
    'content/stories/2023/12/31/z.md': 'z',
    'content/stories/2024/10/24/a.svg': '<svg/>',
    'content/bulletins/2024-10-24.md': 'day',
  })
  expect(stories).toEqual([
    'content/stories/2023/12/31/z.md',
    'content/stories/2024/10/24/a.md',
    'content/stories/2024/10/24/b.md',
  ])
  expect(curations).toEqual(['content/bulletins/2024-10-24.md'])
  expect([...stories, ...curations].map(readOne)).toMatchObject(
    ['z', 'a', 'b', 'day'].map(text => ({ ok: true, value: { text } })),
  )
})

test('a folder without content/ is no newsroom', () => {
  site = createSite()
  rmSync(join(site.root, 'content'), { recursive: true })
  const { problems } = readNewsroomFiles(site.root)
  expect(problems).toMatchObject([{ code: 'file-missing', hint: expect.stringContaining('content/') }])
})

test('a newsroom without bulletins and topics is read', () => {
  site = createSite()
  site.remove('_data/topics.yaml')
  expect(readNewsroomFiles(site.root)).toMatchObject({
    names: expect.objectContaining({ topics: null }),
    curations: [],
    stories: [],
    problems: [],
  })
})

test('a file in another encoding is a problem, and the others are read all the same', () => {
  site = createSite({ [storyFile]: storyText() })
  const latin = join(site.root, 'content/stories/2024/10/24/koeln.md')
  mkdirSync(dirname(latin), { recursive: true })
  writeFileSync(latin, Buffer.from(storyText({ title: 'Köln' }), 'latin1'))
  const { stories, read } = readNewsroomFiles(site.root)
  const [sound, unsound] = stories.map(read)
  expect(sound).toMatchObject({ ok: true, value: { file: storyFile } })
  expect(unsound).toMatchObject({
    ok: false,
    fault: {
      code: 'file-not-utf8',
      location: { file: 'content/stories/2024/10/24/koeln.md' },
      hint: expect.stringContaining('UTF-8'),
    },
  })
  const valid = validateFiles(readNewsroomFiles(site.root), noPicture)
  expect(valid.ok ? [] : valid.fault.map(({ code }) => code)).toEqual(['file-not-utf8'])
})

test.each([
  ['with the line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
  ['with a byte order mark', (text: string) => `\ufeff${text}`],
  ['with both', (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
])('in a file %s every mark stands where the editor sees the words', (_how, written) => {
  const text = storyText({ title: '2024', urgency: '12' }, 'One.\n\nSee\t[this](page.html).\n')
  site = createSite({ [storyFile]: written(text) })
  const valid = validateFiles(readNewsroomFiles(site.root), noPicture)
  const marked = (valid.ok ? [] : valid.fault).map(({ code, location }) => [
    code,
    location.line,
    location.column,
    location.text.slice(location.column - 1, location.column - 1 + location.length),
  ])
  expect(marked).toEqual([
    ['field-type', 2, 8, '2024'],
    ['urgency-range', 6, 10, '12'],
    ['link-not-allowed', 10, 12, 'page.html'],
  ])
})

test('what a story can show may end in capital letters; other files are ignored', () => {
  const folder = 'content/stories/2024/10/24'
  const shown = [
    'UPPER.JPG',
    'a.Png',
    'b.MP4',
    'b.VTT',
    'b.Txt',
    'c.Svg',
    'd.WEBP',
    'e.GIF',
    'f.AVIF',
    'g.jpEG',
    'h.M4A',
  ]
  const names = [...shown, 'phone.heic', 'lost.TXT', 'Story.MD']
  const { ignored } = readIn(Object.fromEntries(names.map(name => [`${folder}/${name}`, 'x'])))
  expect(ignored).toEqual(['Story.MD', 'lost.TXT', 'phone.heic'].map(name => `${folder}/${name}`))
})
