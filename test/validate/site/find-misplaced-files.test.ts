import { expect, test } from 'vitest'
import { findMisplacedFiles } from '../../../src/validate/site/find-misplaced-files.ts'
import { storyText } from '../../rig/site-data.ts'
import { filesInMemory } from '../../rig/small-newsroom.ts'

test.each([
  ['a.markdown', 'a name that ends in .md, in small letters'],
  ['Story.MD', 'a name that ends in .md, in small letters'],
  ['a.HEIC', 'Settings › Camera › Formats › Most Compatible'],
  ['a.tiff', 'export it as JPEG or PNG, which every browser shows'],
  ['a.NEF', 'export the raw picture as JPEG, which every browser shows'],
  ['a.mov', 'save it as MP4, which every browser plays'],
  ['a.wav', 'save it as MP3, which every browser plays'],
  ['a.docx', 'a name that ends in .md, in small letters'],
  ['a.xyz', 'move it out of content/stories/'],
])('a file among the stories that nothing shows: %s', (name, hint) => {
  const file = `content/stories/2024/10/24/${name}`
  expect(findMisplacedFiles({ ...filesInMemory({}), ignored: [file] })).toMatchObject([
    { code: 'file-ignored', severity: 'warning', hint: expect.stringContaining(hint), location: { file } },
  ])
})

test('a template among the stories is one problem, which is not that it is ignored', () => {
  const file = 'content/stories/2024/10/24/a.njk'
  expect(findMisplacedFiles({ ...filesInMemory({}), content: [file], ignored: [file] })).toEqual([])
})

test.each([
  [
    'content/pages/The Storm.md',
    {},
    'move it to content/stories/2024/10/24/the-storm.md, or remove the field',
  ],
  ['content/storm/index.md', {}, 'move it to content/stories/2024/10/24/storm.md, or remove the field'],
  [
    'content/storm.md',
    { date: 'soon' },
    'move it to content/stories/yyyy/mm/dd/storm.md, or remove the field',
  ],
])('a story outside of the stories is told where it belongs: %s', (file, fields, hint) => {
  const otherMarkdown = [{ file, text: storyText(fields) }]
  expect(findMisplacedFiles({ ...filesInMemory({}), otherMarkdown })).toMatchObject([
    { code: 'story-misplaced', hint },
  ])
})
