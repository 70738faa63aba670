import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { readNewsroomFiles } from '../../src/read/read-newsroom-files.ts'
import { validateNewsroom } from '../../src/validate/validate-newsroom.ts'
import { storyFile, storyText } from '../rig/site-data.ts'
import { createSite, type Files, type SiteFolder } from '../rig/site-folder.ts'

let site: SiteFolder
afterEach(() => site.dispose())
const read = (files: Files) => {
  site = createSite(files)
  return readNewsroomFiles(site.root)
}

test('stories and bulletins come in the order of their paths; pictures beside them are no stories', () => {
  const { stories, curations } = read({
    'content/stories/2024/10/24/b.md': 'b',
    'content/stories/2024/10/24/a.md': 'a',
    'content/stories/2023/12/31/z.md': 'z',
    'content/stories/2024/10/24/a.svg': '<svg/>',
    'content/bulletins/2024-10-24.md': 'day',
  })
  expect(stories.map(({ text }) => text)).toEqual(['z', 'a', 'b'])
  expect(curations).toEqual([{ file: 'content/bulletins/2024-10-24.md', text: 'day' }])
})

test('a newsroom without bulletins and topics is read', () => {
  site = createSite()
  site.remove('_data/topics.yaml')
  expect(readNewsroomFiles(site.root)).toMatchObject({
    topics: null,
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
  const { stories, problems } = readNewsroomFiles(site.root)
  expect(stories.map(({ file }) => file)).toEqual([storyFile])
  expect(problems).toMatchObject([
    {
      code: 'file-not-utf8',
      place: { file: 'content/stories/2024/10/24/koeln.md' },
      hint: expect.stringContaining('UTF-8'),
    },
  ])
})

test.each([
  ['with the line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
  ['with a byte order mark', (text: string) => `\ufeff${text}`],
  ['with both', (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
])('in a file %s every mark stands where the editor sees the words', (_how, written) => {
  const text = storyText({ title: '2024', urgency: '12' }, 'One.\n\nSee\t[this](page.html).\n')
  site = createSite({ [storyFile]: written(text) })
  const valid = validateNewsroom(readNewsroomFiles(site.root), () => 'missing')
  const marked = (valid.ok ? [] : valid.fault).map(({ code, place }) => [
    code,
    place.line,
    place.column,
    place.text.slice(place.column - 1, place.column - 1 + place.length),
  ])
  expect(marked).toEqual([
    ['field-type', 2, 8, '2024'],
    ['urgency-range', 6, 10, '12'],
    ['link-not-allowed', 10, 12, 'page.html'],
  ])
})
