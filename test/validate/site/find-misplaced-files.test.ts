import { expect, test } from 'vitest'
import { findMisplacedFiles } from '../../../src/validate/site/find-misplaced-files.ts'
import { filesInMemory } from '../../rig/small-newsroom.ts'

test.each([
  ['a.markdown', 'let its name end in .md if it is a story'],
  ['a.HEIC', 'save it as JPEG, which every browser shows'],
  ['a.tiff', 'save it as JPEG, which every browser shows'],
  ['a.MP4', 'write the ending of its name in small letters'],
  ['a.mov', 'save it as MP4, which every browser plays'],
  ['a.wav', 'save it as MP3, which every browser plays'],
  ['a.docx', 'move it out of content/stories/'],
])('a file among the stories that nothing shows: %s', (name, hint) => {
  const file = `content/stories/2024/10/24/${name}`
  expect(findMisplacedFiles({ ...filesInMemory({}), ignored: [file] })).toMatchObject([
    { code: 'file-ignored', severity: 'warning', hint, location: { file } },
  ])
})
