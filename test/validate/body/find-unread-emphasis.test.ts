import { expect, test } from 'vitest'
import { faultsOf } from '../../rig/faults-of.ts'

test.each([
  ['**Breaking.**The port is shut.\n', '7:1', '**Breaking.**'],
  ['The port**(of Velikara)** is shut.\n', '7:9', '**(of Velikara)**'],
  ['> a\n> **“Shut”**said\n', '8:3', '**“Shut”**'],
])('asterisks that readers would see are a warning: %j', (body, at, words) => {
  expect(faultsOf(body)).toEqual([{ code: 'emphasis-unread', at, words }])
})

test.each([
  '**Breaking.** The port is shut.\n',
  '**「港は開いた」**と港長は語った。\n',
  '(**a**) “**b**”, **c**. **d.**\n',
  '\\*\\*Breaking.\\*\\*The\n',
  '`**Breaking.**The`\n',
  'A price**, and more. ** without tax\n',
  '2**3\n\nf(**a)b\n',
])('sound: %j', body => expect(faultsOf(body).map(({ code }) => code)).not.toContain('emphasis-unread'))
