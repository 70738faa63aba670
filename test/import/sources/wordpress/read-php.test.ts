import { expect, it } from 'vitest'
import { type PhpValue, readPhp } from '../../../../src/import/sources/wordpress/read-php.ts'

const plain = (value: PhpValue): unknown =>
  value instanceof Map ? Object.fromEntries([...value].map(([key, inner]) => [key, plain(inner)])) : value

it.each([
  ['a:2:{s:5:"width";i:12;s:4:"meta";a:1:{s:6:"credit";s:3:"AFP";}}', { width: 12, meta: { credit: 'AFP' } }],
  ['a:1:{i:0;s:5:"café";}', { 0: 'café' }],
  ['a:1:{i:0;s:4:"a";b";}', { 0: 'a";b' }],
  // An export may have changed the letters, and so their number.
  ['a:1:{i:0;s:9:"caf&eacute;";}', { 0: 'caf&eacute;' }],
  ['O:8:"stdClass":1:{s:1:"a";b:1;}', { a: true }],
  ['a:3:{i:0;N;i:1;d:0.5;i:2;b:0;}', { 0: null, 1: 0.5, 2: false }],
  ['a:1:{i:0;s:99:"cut', null],
  ['2019', null],
  [`${'a:1:{i:0;'.repeat(1000)}`, null],
])('reads value %#', (text, expected) => {
  expect(plain(readPhp(text))).toEqual(expected)
})
