import { describe, expect, test } from 'vitest'
import type { MediaFile } from '../../src/domain/media.ts'
import { render } from '../rig/markdown.ts'

const folder = 'content/stories/2024/10/24'
const side = (name: string) => ({ file: `${folder}/${name}`, url: `/media/2024/10/24/${name}`, digest: name })
const clip: MediaFile = {
  src: 'clip.mp4',
  ...side('clip.mp4'),
  kind: 'video',
  isSilent: false,
  bytes: 4096,
  size: { width: 640, height: 360 },
  captions: side('clip.vtt'),
  poster: side('clip.jpg'),
  transcript: { file: `${folder}/clip.txt`, digest: 'd' },
}
const sound: MediaFile = {
  ...clip,
  src: 'call.mp3',
  ...side('call.mp3'),
  kind: 'audio',
  size: null,
  captions: null,
  poster: null,
}
const silent: MediaFile = {
  ...clip,
  src: 'tide.mp4',
  ...side('tide.mp4'),
  isSilent: true,
  captions: null,
  poster: null,
  transcript: null,
  size: null,
}
const media = [clip, sound, silent]
const base = 'https://bulletin.example'

test('a video has its captions, its transcript and its size, and waits until it is asked', () => {
  expect(render('![The "three" signals](clip.mp4 "On <Monday>")', { media })).toBe(
    '<figure class="media"><video controls preload="none" playsinline width="640" height="360" poster="/media/2024/10/24/clip.jpg" src="/media/2024/10/24/clip.mp4" aria-label="The “three” signals">' +
      '<track kind="captions" src="/media/2024/10/24/clip.vtt" srclang="en-IN" label="Captions">' +
      '<a href="/media/2024/10/24/clip.mp4">The “three” signals</a></video>' +
      `<figcaption>On &lt;Monday&gt;<details><summary>Transcript</summary>\n<p>What is heard in ${folder}/clip.txt.</p>\n<p>The end &amp; more.</p>\n</details></figcaption></figure>\n`,
  )
})

test('a sound has its name for all to see, and its transcript', () => {
  expect(render('![The call](call.mp3)', { media })).toMatch(
    /^<figure class="media"><audio controls preload="none" src="\/media\/2024\/10\/24\/call\.mp3" aria-label="The call"><a [^>]*>The call<\/a><\/audio><figcaption><strong>The call<\/strong><details>/,
  )
  expect(render('![The "call"](call.mp3 "At <four>.")', { media })).toContain(
    '<figcaption><strong>The “call”</strong> · At &lt;four&gt;.<details>',
  )
  expect(render('![The call](call.mp3 "The call")', { media })).toContain('<figcaption>The call<details>')
  expect(render('![The call](call.mp3 "At four.")', { media, base })).toContain(
    `<figcaption><strong>The call</strong> · At four. <a href="${base}/world/storm/">Transcript</a></figcaption>`,
  )
})

test('a video without sound says so', () => {
  const html = render('![The tide](tide.mp4#silent "At noon.")', { media })
  expect(html).toContain('<video controls preload="none" playsinline muted src="/media/2024/10/24/tide.mp4"')
  expect(html).toContain('<figcaption>At noon. No sound.</figcaption>')
})

test('in a feed it is a plain player with whole addresses, and a link to the transcript', () => {
  const html = render('![The signals](clip.mp4 "On Monday")', { media, base })
  expect(html).toBe(
    `<figure><video controls preload="none" width="640" height="360" poster="${base}/media/2024/10/24/clip.jpg" src="${base}/media/2024/10/24/clip.mp4">` +
      `<a href="${base}/media/2024/10/24/clip.mp4">The signals</a></video><figcaption>On Monday <a href="${base}/world/storm/">Transcript</a></figcaption></figure>\n`,
  )
})

test('in a list of single lines it is a figure all the same', () => {
  const html = render('- ![The tide](tide.mp4#silent)\n- x', { media })
  expect(html).toMatch(/^<ul>\n<li>\n<figure class="media"><video .*<\/figcaption><\/figure>\n<\/li>\n<li>x/)
})

test('nothing ever plays by itself', () => {
  for (const { src } of media) expect(render(`![x](${src})`, { media })).not.toContain('autoplay')
})

describe('a file that nobody checked is a link, and never asks for anything', () => {
  test.each(['other.mp4', 'https://evil.example/a.mp4', '//evil.example/a.webm', 'javascript:alert(1).mp4'])(
    '%s',
    src => expect(render(`![x](${src})`, { media })).not.toMatch(/<(?:video|audio|img|source)/),
  )
})
