import { posix } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeOfFile } from '../../src/domain/problem.ts'
import { createFindPicture, validatePicture } from '../../src/validate/validate-picture.ts'

const file = 'content/stories/2024/10/24/storm.md'
const size = { width: 640, height: 480 }
const validate = (src: string, found: 'missing' | 'unreadable' | typeof size = size) =>
  validatePicture(
    src,
    () => placeOfFile(file),
    createFindPicture(file, () => found),
  )
const codeOf = (src: string, found?: 'missing' | 'unreadable') => {
  const checked = validate(src, found)
  return checked.ok ? null : checked.fault.code
}

test.each([
  [
    'beside the story',
    'harbour.svg',
    'content/stories/2024/10/24/harbour.svg',
    '/media/2024/10/24/harbour.svg',
  ],
  ['in a folder beside it', 'a/b.png', 'content/stories/2024/10/24/a/b.png', '/media/2024/10/24/a/b.png'],
  ['of the whole site', '/logo.svg', 'content/static/logo.svg', '/logo.svg'],
  ['with a blank', 'a b.png', 'content/stories/2024/10/24/a b.png', '/media/2024/10/24/a%20b.png'],
  [
    'with another script',
    'बंदर.png',
    'content/stories/2024/10/24/बंदर.png',
    `/media/2024/10/24/${encodeURI('बंदर')}.png`,
  ],
  ['with a percent sign', '100%.png', 'content/stories/2024/10/24/100%.png', '/media/2024/10/24/100%25.png'],
])('a picture %s has its file and its url', (_where, src, path, url) => {
  const checked = validate(src)
  expect(checked.ok && checked.value).toEqual({ src, file: path, url, ...size })
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
  ['a.png#b', 'picture-path'],
])('%s is refused: %s', (src, code) => expect(codeOf(src)).toBe(code))

test('a file that is not there, and one that is no picture, are named', () => {
  expect(codeOf('a.png', 'missing')).toBe('picture-missing')
  expect(codeOf('a.png', 'unreadable')).toBe('picture-unreadable')
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
