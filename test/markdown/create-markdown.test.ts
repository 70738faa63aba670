import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MediaFile } from '../../src/domain/media.ts'
import { render, tagsOf } from '../rig/markdown.ts'
import { at } from '../rig/small-newsroom.ts'

describe('story text is never a program', () => {
  test.each([
    ['raw HTML', 'a <b>b</b>', '<p>a &lt;b&gt;b&lt;/b&gt;</p>\n'],
    ['a script', '<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n'],
    ['a comment that never ends', '<!-- x', '<p>&lt;!-- x</p>\n'],
    ['a template', '{{ site.name }} {% raw %}', '<p>{{ site.name }} {% raw %}</p>\n'],
    ['an entity', '&lt;b&gt;', '<p>&lt;b&gt;</p>\n'],
    ['a link to a program', '[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>\n'],
    ['a link to a program in disguise', '[x](java&#115;cript:alert(1))', '<p>[x](javascript:alert(1))</p>\n'],
  ])('%s stays text', (_what, text, html) => expect(render(text)).toBe(html))
})

test('four spaces are a paragraph, a fence is code', () => {
  expect(render('    not code')).toBe('<p>not code</p>\n')
  expect(render('```\n{{ code }} <b>\n```')).toBe('<pre><code>{{ code }} &lt;b&gt;\n</code></pre>\n')
})

test('dashes and dots stay as they were typed', () => expect(render('a -- b...')).toBe('<p>a -- b...</p>\n'))

test('a full address becomes a link, a name that looks like one does not', () => {
  expect(render('See https://example.org/a now')).toContain('<a href="https://example.org/a">')
  expect(render('See example.org and desk@example.org')).not.toContain('<a')
})

const pieces = [
  'a',
  ' ',
  '\n',
  '\n\n',
  '# ',
  '## ',
  '> ',
  '- ',
  '1. ',
  '| a | b |\n|---|---|\n',
  '```',
  '`',
  '*',
  '**',
  '_',
  '~~',
  '---\n',
  '[',
  ']',
  '(',
  ')',
  '![',
  '](',
  '"',
  "'",
  '<',
  '>',
  '&',
  '\\',
  '/',
  ':',
  '::: pullquote\n',
  '::: keypoints\n',
  ':::: facts ',
  '::: timeline\n',
  '- 2024: ',
  '::: entry 2024-10-24T10:00:00Z ',
  '[^a"]',
  '\n\n[^a"]: ',
  ']{lang=ar}',
  'Table: ',
  '![x](clip.mp4)',
  ':::\n',
  '— ',
  'javascript:alert(1)',
  'data:text/html,x',
  'https://youtu.be/x',
  'https://x.com/a?"onclick=',
  'https://constructor/x',
  '<script>',
  '</p>',
  '<img src=x onerror=alert(1)>',
  '" onmouseover="x',
  '&#x3c;script&#x3e;',
  '%22',
  '%3Cb%3E',
  '{{',
  '}}',
  'photo.png',
  '\u202e',
  '\u0000',
  '🛳️',
  '<!--',
  ']]>',
]
const hostile = fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map(some => some.join(''))
const anyText = fc.oneof({ weight: 3, arbitrary: hostile }, { weight: 1, arbitrary: fc.string() })
const photo = {
  src: 'photo.png',
  sources: [],
  tone: null,
  isClear: false,
  url: '/media/photo.png',
  width: 1,
  height: 1,
}
const clip: MediaFile = {
  src: 'clip.mp4',
  file: 'clip.mp4',
  url: '/media/clip.mp4',
  digest: 'd',
  kind: 'video',
  isSilent: false,
  bytes: 4096,
  size: null,
  captions: { file: 'clip.vtt', url: '/media/clip.vtt', digest: 'd' },
  poster: null,
  transcript: { file: 'clip.txt', digest: 'd' },
}
const page = (text: string, base = '') => render(text, { pictures: [photo], media: [clip], base })

const known = new Set(
  'p h2 h3 h4 h5 h6 ul ol li blockquote pre code em strong s a img br hr b figure figcaption div table thead tbody tr th td caption aside section article details summary span sup time video track'.split(
    ' ',
  ),
)

test('hostile text never becomes a tag of its own, nor an attribute', () => {
  const property = fc.property(anyText, fc.constantFrom('', 'https://bulletin.example'), (text, base) => {
    for (const { name, isEnd, attributes } of tagsOf(page(text, base))) {
      expect(known.has(name), name).toBe(true)
      const names = [...attributes.matchAll(/\s([a-z-]+)(?:="[^"]*")?/g)].map(match => match[1])
      expect(attributes.replace(/\s[a-z-]+(?:="[^"<>]*")?/g, '').trim()).toBe('')
      if (isEnd) expect(names).toEqual([])
      for (const attribute of names)
        expect(
          'href src alt title width height loading decoding class id start scope tabindex lang dir role datetime controls preload playsinline kind srclang label aria-label aria-labelledby'.split(
            ' ',
          ),
        ).toContain(attribute)
    }
  })
  fc.assert(property, { numRuns: 3000 })
})

test('no link runs a program, and no picture comes from elsewhere', () => {
  const property = fc.property(anyText, text => {
    const html = page(text)
    for (const [, href] of html.matchAll(/href="([^"]*)"/g))
      expect(href).not.toMatch(/^\s*(javascript|data|vbscript):|^\/\//i)
    for (const [, src] of html.matchAll(/src="([^"]*)"/g))
      expect(src).toMatch(/^\/media\/(?:photo\.png|clip\.mp4|clip\.vtt)$/)
  })
  fc.assert(property, { numRuns: 3000 })
})

const empty = new Set(['br', 'hr', 'img', 'track'])

test('what was opened is closed, in order', () => {
  const property = fc.property(anyText, text => {
    const open: string[] = []
    for (const { name, isEnd } of tagsOf(page(text))) {
      if (isEnd) expect(open.pop()).toBe(name)
      else if (!empty.has(name)) open.push(name)
    }
    expect(open).toEqual([])
  })
  fc.assert(property, { numRuns: 3000 })
})

test('what one story holds leaves no trace in the next', () => {
  const property = fc.property(anyText, anyText, (text, other) => {
    const before = page(text)
    page(other)
    expect(page(text)).toBe(before)
  })
  fc.assert(property, { numRuns: 500 })
})

describe('in a story of another language the site’s own words say whose they are', () => {
  const time = '2024-10-24T09:00:00+05:30'
  const attributes = 'lang="en-IN" dir="ltr"'
  test.each([
    ['key points', '::: keypoints\n- a\n:::', `<h2><span ${attributes}>Key points</span></h2>`],
    ['a time', '::: timeline\n- 2024: a\n:::', `datetime="2024" ${attributes}>2024</time>`],
    ['the time of a live entry', `::: entry ${time} a\n:::`, `datetime="${time}" ${attributes}>24 October`],
    ['footnotes', 'a[^b]\n\n[^b]: c', `<h2><span ${attributes}>Footnotes</span></h2>`],
    ['the name of a footnote', 'a[^b]\n\n[^b]: c', `aria-label="Footnote 1" ${attributes}>`],
    ['a card', 'https://youtu.be/x', `<b><span ${attributes}>Video on YouTube</span></b>`],
  ])('%s', (_what, text, html) => {
    expect(render(text, { language: 'ar', entries: [at(time)] })).toContain(html)
    expect(render(text, { entries: [at(time)] })).not.toContain('lang=')
  })
})
