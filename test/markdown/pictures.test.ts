import { expect, test } from 'vitest'
import { render } from '../rig/markdown.ts'

const pictures = [
  { src: 'a.png', sources: [], url: '/media/a.png', width: 640, height: 480, tone: null, isClear: false },
  {
    src: 'ü b.png',
    sources: [],
    url: '/media/%C3%BC%20b.png',
    width: 10,
    height: 20,
    tone: null,
    isClear: false,
  },
]
const img = '<img src="/media/a.png" width="640" height="480" alt="A ship" loading="lazy" decoding="async">'

test('a picture alone in its paragraph is a figure, its title the caption', () => {
  expect(render('![A ship](a.png)', { pictures })).toBe(`<figure>${img}</figure>\n`)
  expect(render('![A ship](a.png "At noon")', { pictures })).toBe(
    `<figure>${img}<figcaption>At noon</figcaption></figure>\n`,
  )
})

test('a picture of many sizes leaves the choice to the browser, and its colour stands for it until then', () => {
  const sources = [
    { type: 'image/avif', srcset: '/a-640.avif 640w, /a-1280.avif 1280w' },
    { type: 'image/webp', srcset: '/a-640.webp 640w' },
  ]
  const sized = [
    { src: 'a.jpg', sources, url: '/a-1280.jpg', width: 1280, height: 720, tone: 'r5 g2 b6', isClear: false },
  ]
  const html = render('![A ship](a.jpg)', { pictures: sized })
  expect(html).toMatch(
    /^<figure><picture>(?:<source type="image\/(?:avif|webp)" srcset="[^"]+" sizes="[^"]+">){2}<img /,
  )
  expect(html).toContain('srcset="/a-640.avif 640w, /a-1280.avif 1280w"')
  expect(html).toContain('<img src="/a-1280.jpg" width="1280" height="720" alt="A ship" loading="lazy"')
  expect(html).toContain(' class="tone r5 g2 b6"></picture></figure>')
  const inFeed = render('![A ship](a.jpg)', { pictures: sized, base: 'https://bulletin.example' })
  expect(inFeed).toBe(
    '<figure><img src="https://bulletin.example/a-1280.jpg" width="1280" height="720" alt="A ship"></figure>\n',
  )
})

test('a picture among words stays in its line, and has no caption', () => {
  expect(render('See ![A ship](a.png "At noon") here', { pictures })).toBe(`<p>See ${img} here</p>\n`)
})

test('in a feed a picture has its whole address', () => {
  expect(render('![A ship](a.png)', { pictures, base: 'https://bulletin.example' })).toContain(
    'src="https://bulletin.example/media/a.png"',
  )
})

test.each(['![](ü%20b.png)', '![](%C3%BC%20b.png)', '![](<ü b.png>)'])(
  '%s is found however it is written',
  text => {
    expect(render(text, { pictures })).toContain('src="/media/%C3%BC%20b.png" width="10" height="20" alt=""')
  },
)

test('what an editor writes about a picture is escaped, and loses its marks', () => {
  const html = render('![A **big** "ship" <b>](a.png "<i>noon</i>")', { pictures })
  expect(html).toContain('alt="A big “ship” &lt;b&gt;"')
  expect(html).toContain('<figcaption>&lt;i&gt;noon&lt;/i&gt;</figcaption>')
})

test('a picture that nobody measured is a link, and never asks for anything', () => {
  expect(render('![A ship](other.png)', { pictures })).toBe(
    '<figure><a href="other.png">A ship</a></figure>\n',
  )
})

test.each([
  'https://evil.example/a.png',
  '//evil.example/a.png',
  'data:image/png;base64,AA',
  'javascript:alert(1)',
])('nothing is loaded from %s', src => expect(render(`![x](${src})`, { pictures })).not.toContain('<img'))
