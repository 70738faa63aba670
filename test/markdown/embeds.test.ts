import { describe, expect, test } from 'vitest'
import { serviceOf } from '../../src/markdown/embeds.ts'
import { render } from '../rig/markdown.ts'

describe('a link alone on its line becomes a card with the name of its service', () => {
  test.each([
    ['https://www.youtube.com/watch?v=abc', 'YouTube', 'youtube.com/watch?v=abc'],
    ['https://youtu.be/abc', 'YouTube', 'youtu.be/abc'],
    ['https://m.facebook.com/story/1', 'Facebook', 'm.facebook.com/story/1'],
    ['https://x.com/desk/status/1', 'X', 'x.com/desk/status/1'],
    ['https://mobile.twitter.com/desk/status/1', 'X', 'mobile.twitter.com/desk/status/1'],
    ['http://vimeo.com/1', 'Vimeo', 'vimeo.com/1'],
    ['https://bsky.app/profile/a/post/b', 'Bluesky', 'bsky.app/profile/a/post/b'],
  ])('%s', (url, service, label) => {
    expect(render(url)).toBe(`<p class="embed"><b>${service}</b> <a href="${url}">${label}</a></p>\n`)
  })

  test('also in angle brackets, and inside a quotation', () => {
    expect(render('<https://youtu.be/abc>')).toContain('<p class="embed"><b>YouTube</b>')
    expect(render('> https://youtu.be/abc')).toContain('<p class="embed"><b>YouTube</b>')
  })

  test('an ampersand in it is written as HTML wants it', () => {
    expect(render('https://youtu.be/abc?a=1&b=2')).toContain(
      '<a href="https://youtu.be/abc?a=1&amp;b=2">youtu.be/abc?a=1&amp;b=2</a>',
    )
  })
})

describe('no card', () => {
  test.each([
    ['words beside the link', 'See https://youtu.be/abc'],
    ['two links in a line', 'https://youtu.be/abc https://youtu.be/def'],
    ['a link with words of its own', '[Watch](https://youtu.be/abc)'],
    ['a link in a heading', '## https://youtu.be/abc'],
    ['a link in bold', '**https://youtu.be/abc**'],
    ['a service’s front', 'https://www.youtube.com/'],
    ['another site', 'https://example.org/watch?v=abc'],
    ['a site that sounds alike', 'https://youtube.com.example/watch?v=abc'],
    ['a site named like a part of JavaScript', 'https://constructor/abc'],
  ])('for %s', (_what, text) => {
    expect(render(text)).not.toContain('class="embed"')
    expect(render(text)).not.toMatch(/<b>|function/)
  })
})

test.each([
  ['https://www.tiktok.com/@a/video/1', 'TikTok'],
  ['https://www.tiktok.com', null],
  ['ftp://youtu.be/abc', null],
  ['https://', null],
  ['https://toString/a', null],
])('the service of %s is %s', (url, service) => expect(serviceOf(url)).toBe(service))
