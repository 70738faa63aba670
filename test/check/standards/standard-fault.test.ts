import { expect, test } from 'vitest'
import { relativeAddressIn } from '../../../src/check/standards/standard-fault.ts'

test.each([
  '',
  'no address at all',
  '<a href="https://bulletin.example/">x</a>',
  '<a href="http://elsewhere.example">x</a>',
  '<a href="mailto:desk@bulletin.example">x</a> <a href="tel:+911234567890">x</a>',
  '<img src="data:image/gif;base64,R0lGOD">',
  '<img srcset="https://bulletin.example/a.jpg 640w, https://bulletin.example/b.jpg 1280w">',
  '<p>typed: href=/world/ and &lt;img src=&quot;/a.jpg&quot;&gt;</p>',
])('%s has whole addresses', html => expect(relativeAddressIn(html)).toBeUndefined())

test.each([
  ['<a href="/world/">x</a>', '/world/'],
  ['<a href="world/">x</a>', 'world/'],
  ['<a href="#top">x</a>', '#top'],
  ['<a href="?page=2">x</a>', '?page=2'],
  ['<a href="">x</a>', ''],
  ['<a href="//cdn.example/a">x</a>', '//cdn.example/a'],
  ['<img alt="x" src="/a.jpg">', '/a.jpg'],
  ['<video poster="/a.png" src="https://bulletin.example/a.mp4"></video>', '/a.png'],
  ['<img srcset="https://bulletin.example/a.jpg 640w, /b.jpg 1280w">', '/b.jpg'],
  ['<img srcset="/a.jpg">', '/a.jpg'],
  ['<a href="https://bulletin.example/">x</a><a href="/later/">y</a>', '/later/'],
])('%s has %s', (html, address) => expect(relativeAddressIn(html)).toBe(address))
