import { describe, expect, test } from 'vitest'
import { faultsOf } from '../../rig/faults-of.ts'

describe('marks inside of numbers and words that markdown takes for emphasis are a warning', () => {
  test.each([
    ['The product is 2*3*4.\n', '7:16', '2*3'],
    ['2**3** is eight.\n', '7:1', '2**3'],
    ['2*x*3\n', '7:1', '2*x'],
    ['5~~6~~7\n', '7:1', '5~~6'],
    ['Rooms *10*11 are free.\n', '7:7', '*10'],
    ['Schüler*innen und Lehrer*innen\n', '7:1', 'Schüler*innen'],
    ['Oh sh*t, he said, what a b****y mess\n', '7:4', 'sh*t'],
    ['F***ing this and f***ing that\n', '7:1', 'F***ing'],
    ['Oh f***ing s**t, he said\n', '7:4', 'f***ing'],
    ['The p*ss*d reader\n', '7:5', 'p*ss'],
    ['| a |\n|---|\n| 2*3*4 |\n', '9:3', '2*3'],
  ])('%j', (body, at, words) => expect(faultsOf(body)).toEqual([{ code: 'emphasis-in-word', at, words }]))
})

test.each([
  'un*frigging*believable\n',
  '*2* and **3**\n',
  '2 * 3 * 4\n',
  '2\\*3\\*4\n',
  '`2*3*4`\n',
  'Schüler*innen\n',
  '2_3_4\n',
  '5* and 6*\n',
  '**M**a**k**e and e**X**press\n',
  'f*** this, s**t that, b****y hell\n',
  '港*の*船*は*出た\n',
  '**A**b *c* d\n',
])('sound: %j', body => expect(faultsOf(body)).toEqual([]))
