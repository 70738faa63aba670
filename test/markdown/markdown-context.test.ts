import { expect, test } from 'vitest'
import { contextOf, resolve } from '../../src/markdown/markdown-context.ts'

const onPage = { pictures: [], base: '', url: '/world/storm/' }
const inFeed = { ...onPage, base: 'https://bulletin.example' }

test('a page’s data holds the context; without it there are no pictures and no base', () => {
  expect(contextOf({ title: 'Storm', markdown: inFeed })).toBe(inFeed)
  for (const env of [undefined, {}]) expect(contextOf(env)).toEqual({ pictures: [], base: '', url: '' })
})

test.each(['/world/', '#part', 'https://example.org/', ''])('on a page “%s” stays as it is', url => {
  expect(resolve(url, onPage)).toBe(url)
})

test.each([
  ['/world/', 'https://bulletin.example/world/'],
  ['#part', 'https://bulletin.example/world/storm/#part'],
  ['https://example.org/', 'https://example.org/'],
  ['tel:112', 'tel:112'],
])('in a feed “%s” becomes “%s”', (url, whole) => expect(resolve(url, inFeed)).toBe(whole))
