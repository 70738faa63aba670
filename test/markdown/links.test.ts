import { expect, test } from 'vitest'
import { isAllowedLink, isPossibleTarget } from '../../src/markdown/links.ts'
import { render } from '../rig/markdown.ts'

test.each([
  ['https://example.org', true],
  ['HTTP://EXAMPLE.ORG/a', true],
  ['mailto:desk@bulletin.example', true],
  ['tel:112', true],
  ['/world/', true],
  ['/', true],
  ['#part', true],
  ['  https://example.org ', true],
  ['//evil.example', false],
  ['/\\evil.example', false],
  ['https:///a', false],
  ['http:a', false],
  ['javascript:alert(1)', false],
  ['\tjavascript:alert(1)', false],
  ['data:text/html,x', false],
  ['page.html', false],
  ['../world/', false],
  ['?page=2', false],
  ['', false],
])('a link to “%s” is allowed: %s', (url, isAllowed) => expect(isAllowedLink(url)).toBe(isAllowed))

test.each([
  ['photo.png', true],
  ['folder/photo.png', true],
  ['a%20b.png', true],
  ['clip.mp4#silent', true],
  ['clip.mp4#x', false],
  ['../photo.png', true],
  ['javascript:x', false],
  ['java\nscript:x', false],
  ['data:image/png;base64,x', false],
  ['//evil.example/a.png', false],
])('“%s” may stand in a page at all: %s', (url, isPossible) => expect(isPossibleTarget(url)).toBe(isPossible))

const base = 'https://bulletin.example'
test.each([
  ['[a](/sport/)', '/sport/', `${base}/sport/`],
  ['[a](#part)', '#part', `${base}/world/storm/#part`],
  ['[a](https://example.org/)', 'https://example.org/', 'https://example.org/'],
  ['[a](mailto:a@b.example)', 'mailto:a@b.example', 'mailto:a@b.example'],
])('%s leads to %s on its page, and to %s in a feed', (text, onPage, inFeed) => {
  expect(render(text)).toContain(`href="${onPage}"`)
  expect(render(text, { base })).toContain(`href="${inFeed}"`)
})

test('a link may have a title, which is escaped', () => {
  expect(render('[a](/b/ "c \\"d\\" <e>")')).toContain('title="c “d” &lt;e&gt;"')
})
