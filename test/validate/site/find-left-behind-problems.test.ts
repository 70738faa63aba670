import { expect, test } from 'vitest'
import { findLeftBehindProblems } from '../../../src/validate/site/find-left-behind-problems.ts'

const codeOf = (path: string) => findLeftBehindProblems(path)[0]?.code ?? null

test.each([
  ['content/static/.DS_Store', 'file-left-out'],
  ['content/static/.git/', 'file-left-out'],
  ['content/static/notes.md~', 'file-left-out'],
  ['content/static/.htaccess', 'file-left-out'],
  ['content/static/.env', 'secret-left-out'],
  ['content/static/keys/id_rsa', 'secret-left-out'],
  ['content/stories/.git/', 'file-left-out'],
  ['content/stories/node_modules/', 'file-left-out'],
  ['content/stories/.env', 'secret-left-out'],
  ['content/stories/2024/10/24/storm.md.bak', 'file-left-out'],
  ["content/stories/2024/10/24/storm (Ann's conflicted copy 2024-10-24).md", 'file-left-out'],
  ['content/pages/.env', 'secret-left-out'],
])('%s is left out, and named: %s', (path, code) => expect(codeOf(path)).toBe(code))

test.each([
  'content/stories/2024/10/24/.storm.md.swp',
  'content/stories/2024/.DS_Store',
  'content/stories/2024/10/24/.#storm.md',
  'content/stories/.gitkeep',
  'content/pages/about.md~',
  'content/.git/',
  'content/.gitignore',
])('%s is left out without a word: nothing publishes it where it stands', path =>
  expect(codeOf(path)).toBe(null),
)

test('a problem names the file, says why it stays out, and what to do', () => {
  expect(findLeftBehindProblems('content/static/.htpasswd')).toEqual([
    {
      code: 'secret-left-out',
      severity: 'warning',
      message:
        'this file is left out of the site: by its name it holds passwords, keys or something else that is secret',
      hint: 'move it out of content/; if others could see it before, change the passwords and keys in it',
      location: { file: 'content/static/.htpasswd', line: 1, column: 1, length: 0, text: '' },
    },
  ])
})
