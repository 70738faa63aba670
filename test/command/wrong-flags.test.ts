import { parseArgs } from 'node:util'
import { expect, test } from 'vitest'
import { wrongFlags } from '../../src/command/wrong-flags.ts'

const options = {
  now: { type: 'string' },
  all: { type: 'boolean' },
  section: { type: 'string', multiple: true },
} as const
const help = `Builds.

  --now=<time>   build as of then
  --section <key>   only this one`

test.each([
  ['--nope', 'there is no flag --nope; did you mean “--now”?'],
  ['--publish-it', 'there is no flag --publish-it; the flags are below'],
  ['--al=yes', 'there is no flag --al; did you mean “--all”?'],
  ['-x', 'there is no flag -x; the flags are below'],
  ['--now', '--now needs a value; write --now=<time>'],
  ['--now --all', '--now needs a value; write --now=<time>'],
  ['--section', '--section needs a value; write --section=<key>'],
  ['--all=yes', '--all takes no value; write --all alone'],
  ['world', '“world” is not understood: this command takes flags only, such as those below'],
])('a command that is called with %s says what to type', (words, said) => {
  const args = words.split(' ')
  expect(() => parseArgs({ args, options })).toThrow()
  expect(wrongFlags(args, options, false, help)).toBe(said)
})

test.each(['--now=-5 --all', '--section a --section b', ''])('%s is called rightly', words => {
  expect(wrongFlags(words.split(' ').filter(Boolean), options, false, help)).toBeNull()
})

test('words are no fault where a command takes some', () => {
  expect(wrongFlags(['world'], options, true, help)).toBeNull()
})
