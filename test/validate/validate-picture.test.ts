import { posix } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { locationOfFile } from '../../src/domain/problem.ts'
import type { LookUpPicture } from '../../src/pictures/look-up-picture.ts'
import { createFindPicture, validatePicture } from '../../src/validate/validate-picture.ts'
import { noPicture } from '../rig/small-newsroom.ts'

const file = 'content/stories/2024/10/24/storm.md'
const picture = { digest: 'd', width: 640, height: 480, bytes: 1, isOpaque: false, pixels: null }
const validate = (src: string, lookUp: LookUpPicture = () => picture) =>
  validatePicture(src, () => locationOfFile(file), createFindPicture(file, lookUp))
const codeOf = (src: string, lookUp?: LookUpPicture) => {
  const checked = validate(src, lookUp)
  return checked.ok ? null : checked.fault.code
}

test.each([
  ['beside the story', 'harbour.svg', 'content/stories/2024/10/24/harbour.svg'],
  ['in a folder beside it', 'a/b.png', 'content/stories/2024/10/24/a/b.png'],
  ['of the whole site', '/logo.svg', 'content/static/logo.svg'],
  ['with a blank', 'a b.png', 'content/stories/2024/10/24/a b.png'],
  ['with another script', 'बंदर.png', 'content/stories/2024/10/24/बंदर.png'],
  ['with a percent sign', '100%.png', 'content/stories/2024/10/24/100%.png'],
])('a picture %s has its file', (_where, src, path) => {
  const checked = validate(src)
  expect(checked.ok && checked.value).toEqual({ src, file: path, ...picture })
})

test.each([
  ['https://evil.example/a.png', 'picture-foreign'],
  ['HTTP://evil.example/a.png', 'picture-foreign'],
  ['//evil.example/a.png', 'picture-foreign'],
  ['data:image/png;base64,AA', 'picture-foreign'],
  ['../a.png', 'picture-path'],
  ['/../_data/site.yaml', 'picture-path'],
  ['a/../../b.png', 'picture-path'],
  ['./a.png', 'picture-path'],
  ['a\\b.png', 'picture-path'],
  ['a.png?size=2', 'picture-path'],
  ['.a.png', 'picture-name'],
  ['.git/a.png', 'picture-name'],
  ['/.git/a.png', 'picture-name'],
  ['._a.png', 'picture-name'],
  ['a.png~', 'picture-name'],
  ["a (Ann's conflicted copy 2024-10-24).png", 'picture-name'],
  ['a.png#b', 'picture-path'],
])('%s is refused: %s', (src, code) => expect(codeOf(src)).toBe(code))

test('what is wrong with the file is said where the story names it', () => {
  const checked = validate('a.png', noPicture)
  expect(checked.ok ? null : checked.fault).toMatchObject({ code: 'picture-missing', location: { file } })
})

test.each([
  ['images/a.png', 'write a.png: it stands beside the story'],
  ['/a.png', 'write a.png: it stands beside the story'],
  ['content/stories/2024/10/24/a.png', 'write a.png: it stands beside the story'],
  ['images/b.png', noPicture('').hint],
  ['./a.png', 'write a.png'],
  ['../23/a.png', 'put the file into the story’s folder and write a.png'],
  [
    'data:image/png;base64,AA',
    'save it as a file beside the story, and write ![what it shows](its-name.png)',
  ],
])('%s, which is not there, is shown as it should be written', (src, hint) => {
  const beside = 'content/stories/2024/10/24/a.png'
  const checked = validate(src, path => (path === beside ? picture : noPicture(path)))
  expect(checked.ok ? null : checked.fault.hint).toBe(hint)
})

test('a name that leaves no room for a fingerprint behind it is too long', () => {
  expect(codeOf(`${'a'.repeat(190)}.png`)).toBe(null)
  expect(codeOf(`${'ü'.repeat(190)}.png`)).toBe('picture-name')
})

test('no name leads out of the two folders that hold pictures', () => {
  const pieces = fc.array(fc.constantFrom('.', '..', '/', 'a', '\\', '%2e', ' ', 'C:', '~'), { minLength: 1 })
  const property = fc.property(pieces, some => {
    const checked = validate(some.join(''))
    if (!checked.ok) return
    expect(posix.normalize(checked.value.file)).toMatch(/^content\/(static|stories\/2024\/10\/24)\//)
  })
  fc.assert(property, { numRuns: 1000 })
})
