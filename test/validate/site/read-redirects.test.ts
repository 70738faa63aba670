// _data/redirects.yaml: where old addresses lead.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oldAddress } from '../../../src/validate/old-address.ts'
import { readRedirects } from '../../../src/validate/site/read-redirects.ts'
import { hostileAliases } from '../../hosting/old-addresses.ts'

const origin = 'https://bulletin.example'
const read = (text: string) => readRedirects({ file: '_data/redirects.yaml', text }, origin)
const rowsOf = (text: string) => {
  const result = read(text)
  return result.ok ? result.value.redirects.map(({ path, to }) => `${path} → ${to}`) : result.fault
}
const faultsOf = (text: string) => {
  const result = read(text)
  return (result.ok ? [] : result.fault).map(
    ({ code, location: { line, column }, hint }) => `${line}:${column} ${code}: ${hint}`,
  )
}

test('a row says where an old address leads now, or that it is gone', () => {
  const text = `# Pages of the old site.
/old/page.html: /about/
/team: https://team.example/us?a=1#b
"/q%26a/": /about/#answers
/münchen/: https://bulletin.example/world/
/shop/2012/: gone
/?p=12: /about/
/index.php?id=7&lang=en: /world/
`
  expect(rowsOf(text)).toEqual([
    '/old/page.html → /about/',
    '/team → https://team.example/us?a=1#b',
    '/q%26a/ → /about/#answers',
    '/münchen/ → /world/',
    '/shop/2012/ → null',
    '/?p=12 → /about/',
    '/index.php?id=7&lang=en → /world/',
  ])
})

test('a file without rows has none', () => {
  for (const text of ['', '# nothing yet\n', '{}\n']) expect(rowsOf(text)).toEqual([])
})

test('any old address that a story can have, a row can have', () => {
  for (const path of hostileAliases.filter(alias => !/^\/~\^|\/:[a-z]/.test(alias)))
    expect(rowsOf(`${JSON.stringify(path)}: /about/\n`)).toEqual([`${path} → /about/`])
})

describe('A row that servers could not follow is a mistake with its place:', () => {
  test.each([
    ['old/: /about/', '1:1 path-form: write a path such as /2019/05/old-name/'],
    ['https://bulletin.example/a/: /about/', '1:1 path-form: write /a/'],
    ['/: /about/', '1:1 path-form: write a path such as /2019/05/old-name/'],
    ['/a?: /about/', '1:1 path-form: write /a alone, or a query behind it as in /a?p=12'],
    ['"/?": /about/', '1:2 path-form: write it as in /?p=12'],
    ['/?p=1 2: /about/', '1:1 path-form: write it as in /?p=12'],
    ['"/a#b?p=1": /about/', '1:2 path-form: write /a; if the “#” belongs to the name, write %23 for it'],
    ['a?p=1: /about/', '1:1 path-form: write a path such as /2019/05/old-name/'],
    ['"/?id=:id": /about/', /^1:2 redirect-pattern: /],
    ['/?p=1: gone', '1:8 redirect-target: remove the row, or write where it leads'],
    ['/a?P=1: /b/\n/A/?p=1: /c/', '2:1 redirect-twice: remove one of the two rows'],
    ['/?p=1: /?p=1', '1:8 redirect-cycle: let one of the rows lead to a page that is there'],
    ['/blog/*: /about/', /^1:1 redirect-pattern: write a row for each address;/],
    ['"/:year/:month/": /about/', /^1:\d redirect-pattern: /],
    ['/a/: "/b/:splat"', /^1:7 redirect-pattern: /],
    ['/a/: /b/$1', /^1:6 redirect-pattern: /],
    ['/a/: about/', '1:6 redirect-target: write /about/, from the root of the site'],
    ['/a/: team.example', '1:6 redirect-target: write https://team.example'],
    ['/a/: //team.example/', /^1:6 redirect-target: write a path such as/],
    ['/a/: javascript:alert(1)', /^1:6 redirect-target: write a path such as/],
    ['/a/: https:///x', /^1:6 redirect-target: /],
    ['/a/: /b c/', /^1:6 redirect-target: /],
    ['/a/: Gone', '1:6 redirect-target: write gone if nothing stands there any more'],
    ['/a/: deleted', '1:6 redirect-target: write gone if nothing stands there any more'],
    ['/a/: 410', '1:6 redirect-target: write gone if nothing stands there any more'],
    ['/a/:', /redirect-target: write a path such as \/about\/, a full address of another site, or gone$/],
    ['/a/: [/b/]', /^1:6 redirect-target: /],
    ['/a/: true', /^1:6 redirect-target: /],
    ['- /a/', /field-type: write them line by line/],
    ['/a/: /b/\n/A: /c/', '2:1 redirect-twice: remove one of the two rows'],
    ['/a/: /b/\n/a/: /c/', /^2:1 yaml-duplicate-key: /],
    ['/a/: /A', '1:6 redirect-cycle: let one of the rows lead to a page that is there'],
  ])('%s', (text, expected) => {
    const faults = faultsOf(`${text}\n`)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(typeof expected === 'string' ? new RegExp(`^${escaped(expected)}$`) : expected)
  })

  test('each row of a circle, and what leads into it', () => {
    expect(
      faultsOf('/a/: /b/\n/b/: /c/#x\n/c/: /a/\n/d/: /b/\n/e/: /about/\n').map(line => line.slice(0, 18)),
    ).toEqual(['1:6 redirect-cycle', '2:6 redirect-cycle', '3:6 redirect-cycle', '4:6 redirect-cycle'])
  })

  test('of a thousand the first ones, and how many more there are', () => {
    const text = Array.from({ length: 1000 }, (_, at) => `/a${at}/: nowhere\n`).join('')
    const result = read(text)
    const messages = result.ok ? [] : result.fault.map(({ message }) => message)
    expect(messages).toHaveLength(50)
    expect(messages.at(-1)).toMatch(/; 950 more rows have problems$/)
  })
})

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

test('a row that leads to another row leads where that does', () => {
  expect(rowsOf('/a/: /b/\n/b/: /c/\n/c/: gone\n/d/: /a\n/e/: /d/#x\n')).toEqual(
    ['/a/', '/b/', '/c/', '/d/', '/e/'].map(path => `${path} → null`),
  )
  expect(rowsOf('/a/: /b#z\n/b: /about/#c\n/d/: /e/#z\n/e/: /f/\n/f/: https://x.example/?q\n')).toEqual([
    '/a/ → /about/#c',
    '/b → /about/#c',
    '/d/ → https://x.example/?q#z',
    '/e/ → https://x.example/?q',
    '/f/ → https://x.example/?q',
  ])
  expect(faultsOf('/a/: /b/\n/b/: /c/\n/c/: /b/\n').map(fault => fault.split(':', 2).join(':'))).toEqual(
    [1, 2, 3].map(line => `${line}:6 redirect-cycle`),
  )
})

test('two queries are two addresses, and a path is another one', () => {
  expect(faultsOf('/a/?p=1: /a/\n/a/?p=2: /about/\n/b/: /a/?p=3\n/c/: gone\n')).toEqual([])
  expect(rowsOf('/b/: /a/?p=1#x\n/a?p=1: /about/\n')[0]).toBe('/b/ → /about/#x')
})

test('whatever is written, a file is read or refused, in time', () => {
  const path = fc.oneof(
    fc.webPath().map(some => `/a${some}`),
    fc.string({ unit: 'grapheme' }).map(some => `/${some}/`),
  )
  const target = fc.oneof(path, fc.constantFrom('gone', 'https://x.example/', '', 'x', '/:splat'))
  const property = fc.property(fc.array(fc.tuple(path, target), { maxLength: 12 }), rows => {
    const text = rows.map(([key, to]) => `${JSON.stringify(key)}: ${JSON.stringify(to)}\n`).join('')
    const result = read(text)
    for (const { path: old } of result.ok ? result.value.redirects : [])
      expect(old.startsWith('/?') || oldAddress().safeParse(old.replace(/\?.*/s, '')).success).toBe(true)
    if (!result.ok) expect(result.fault.length).toBeGreaterThan(0)
  })
  fc.assert(property, { numRuns: 200 })
  const long = Array.from({ length: 20_000 }, (_, at) => `/a${at}/: /a${at + 1}/\n`).join('')
  expect(read(long).ok).toBe(true)
})
