import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFindTarget } from '../../../src/check/links/link-target.ts'

const origin = 'https://bulletin.example'
const findTarget = createFindTarget('/news/today/', origin)

test.each([
  ['/', 'index.html', null],
  ['/world/', 'world/index.html', null],
  ['/rss.xml', 'rss.xml', null],
  ['/world/#storm', 'world/index.html', 'storm'],
  ['/world/#', 'world/index.html', null],
  ['#top', 'news/today/index.html', 'top'],
  ['../', 'news/index.html', null],
  ['more/', 'news/today/more/index.html', null],
  ['/world/?page=2#storm', 'world/index.html', 'storm'],
  ['/w%C3%B6rter/#gr%C3%B6%C3%9Fe', 'wörter/index.html', 'größe'],
  ['/wörter/#größe', 'wörter/index.html', 'größe'],
  ['/100%/', '100%/index.html', null],
  ['/a/../b/', 'b/index.html', null],
  ['  /world/ ', 'world/index.html', null],
  [`${origin}/world/#storm`, 'world/index.html', 'storm'],
  ['//bulletin.example/world/', 'world/index.html', null],
])('“%s” leads to the file %s, at the place %s', (address, output, anchor) => {
  expect(findTarget(address)).toEqual({ output, anchor })
})

test.each([
  ['https://elsewhere.example/world/', 'elsewhere'],
  ['//elsewhere.example/world/', 'elsewhere'],
  ['/\\elsewhere.example/', 'elsewhere'],
  ['/\t/elsewhere.example/', 'elsewhere'],
  ['mailto:desk@bulletin.example', 'elsewhere'],
  ['http://[', 'malformed'],
])('“%s” leads to no file of this site: it is %s', (address, answer) => {
  expect(findTarget(address)).toBe(answer)
})

test('a link to a host with letters of its own is one, however often it is read', () => {
  for (let times = 0; times < 30_000; times++)
    if (findTarget('https://café.example/') !== 'elsewhere')
      expect.unreachable(`wrong at the ${times}th time`)
})

const pieces = [
  '/',
  '//',
  '.',
  '..',
  'a',
  'b-c',
  'rss.xml',
  ' ',
  '%41',
  '%',
  '%C3%B6',
  'ö',
  '?',
  '#',
  '\\',
  '\t',
  ':',
  '@',
  'é',
]

test('any address leads from any page where a browser would go', () => {
  const some = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map(parts => parts.join(''))
  const address = fc.oneof(
    some,
    some.map(path => `/${path}`),
    some.map(path => `https:${path}`),
  )
  const page = fc.constantFrom('/', '/news/today/', '/rss.xml', '/größe/')
  const property = fc.property(address, page, (href, url) => {
    expect(createFindTarget(url, origin)(href)).toEqual(asBrowserGoes(href, new URL(url, origin)))
  })
  fc.assert(property, { numRuns: 3000 })
})

const asBrowserGoes = (href: string, base: URL) => {
  const resolved = resolve(href, base)
  if (resolved === null) return 'malformed'
  const { host, pathname, hash } = resolved
  if (host !== base.host) return 'elsewhere'
  const path = decoded(pathname).slice(1)
  return {
    output: path === '' || path.endsWith('/') ? `${path}index.html` : path,
    anchor: hash === '' ? null : decoded(hash.slice(1)),
  }
}

const resolve = (href: string, base: URL): URL | null => {
  try {
    return new URL(href, base)
  } catch {
    return null
  }
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
