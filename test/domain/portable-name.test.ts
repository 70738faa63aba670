import { expect, test } from 'vitest'
import { isDeviceName, whyNotPortable } from '../../src/domain/portable-name.ts'
import { bylineKey } from '../../src/domain/slug.ts'

test.each(['con', 'NUL', 'aux.html', 'Com1', 'lpt9.tar.gz', 'COM¹', 'prn ', 'nul .txt', 'com0', 'CONIN$'])(
  'Windows keeps %s for a device',
  name => expect([isDeviceName(name), whyNotPortable(name)?.includes('device')]).toEqual([true, true]),
)

test.each(['a.', 'a ', 'a:b', 'a?', 'a*b', 'a|b', '"a"', '<a>', 'a\\b', 'a\nb', 'a\tb'])(
  'Windows can have no %s',
  name => expect([isDeviceName(name), whyNotPortable(name) !== null]).toEqual([false, true]),
)

test.each([
  'console',
  'null',
  'auxiliary.html',
  'com',
  'com10',
  'lpt-1',
  '.well-known',
  'a.b',
  'con-news',
  '',
])('Windows can have %s', name => expect(whyNotPortable(name)).toBeNull())

test('an author of such a name has a page of another one', () => {
  expect(['Con', 'Nul', 'Connie'].map(bylineKey)).toEqual(['by-con', 'by-nul', 'connie'])
})
