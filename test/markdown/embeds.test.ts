import { describe, expect, test } from 'vitest'
import { serviceOf } from '../../src/markdown/embeds.ts'
import { render } from '../rig/markdown.ts'

describe('a link alone on its line becomes a card that says what it leads to', () => {
  test.each([
    ['https://www.youtube.com/watch?v=abc', 'Video on YouTube', 'youtube.com/watch?v=abc'],
    ['https://youtu.be/abc', 'Video on YouTube', 'youtu.be/abc'],
    ['https://m.facebook.com/story/1', 'Post on Facebook', 'm.facebook.com/story/1'],
    ['https://x.com/desk/status/1', 'Post on X', 'x.com/desk/status/1'],
    ['https://mobile.twitter.com/desk/status/1', 'Post on X', 'mobile.twitter.com/desk/status/1'],
    ['http://vimeo.com/1', 'Video on Vimeo', 'vimeo.com/1'],
    ['https://bsky.app/profile/a/post/b', 'Post on Bluesky', 'bsky.app/profile/a/post/b'],
    ['https://open.spotify.com/episode/1', 'Audio on Spotify', 'open.spotify.com/episode/1'],
  ])('%s', (url, service, label) => {
    expect(render(url)).toBe(`<p class="embed"><b>${service}</b> <a href="${url}">${label}</a></p>\n`)
  })

  test('also in angle brackets, and inside a quotation', () => {
    expect(render('<https://youtu.be/abc>')).toContain('<p class="embed"><b>Video on YouTube</b>')
    expect(render('> https://youtu.be/abc')).toContain('<p class="embed"><b>Video on YouTube</b>')
  })

  test('with words of the author’s own for a title', () => {
    expect(render('[The *signal* mast](https://youtu.be/abc)')).toBe(
      '<p class="embed"><b>Video on YouTube</b> <a href="https://youtu.be/abc">The <em>signal</em> mast</a></p>\n',
    )
  })

  test('in a feed it is a plain paragraph', () => {
    expect(render('https://youtu.be/abc', { base: 'https://bulletin.example' })).toBe(
      '<p><b>Video on YouTube</b> <a href="https://youtu.be/abc">youtu.be/abc</a></p>\n',
    )
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
    ['two links with words', '[A](https://youtu.be/abc) [B](https://youtu.be/def)'],
    ['words behind a link', '[Watch](https://youtu.be/abc) now'],
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
  ['https://www.tiktok.com/@a/video/1', { name: 'TikTok', kind: 'video' }],
  ['https://www.tiktok.com', null],
  ['ftp://youtu.be/abc', null],
  ['https://', null],
  ['https://toString/a', null],
])('the service of %s is %o', (url, service) => expect(serviceOf(url)).toEqual(service))
