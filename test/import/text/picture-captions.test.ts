// Captions and credits of pictures in a text, however the old site wrote them.

import { describe, expect, it } from 'vitest'
import { createNotes } from '../../../src/import/report/note.ts'
import type { ArchiveSource } from '../../../src/import/sources/archive-source.ts'
import { eleventy } from '../../../src/import/sources/eleventy.ts'
import { hugo } from '../../../src/import/sources/hugo.ts'
import { jekyll } from '../../../src/import/sources/jekyll.ts'
import { convertBody } from '../../../src/import/text/convert-body.ts'

const inArchive = new Set(['/big.jpg', '/pier-1200.jpg', '/wide.webp'])

const turn = (body: string, dialect: ArchiveSource = jekyll, format: 'markdown' | 'html' = 'markdown') => {
  const { notes, addNote } = createNotes()
  const text = convertBody(body, {
    ...{ dialect, format, title: 'Ferry', addNote, hasPicture: src => inArchive.has(src) },
    fieldText: () => null,
    addressOfFile: () => null,
  })
  return { text: text.trim(), notes: notes.map(({ message, detail }) => `${message}: ${detail}`) }
}

const pier = '<img src="/a.jpg" alt="A pier">'

describe('A figure has its caption and, behind it, who took the picture:', () => {
  it.each([
    ['At dawn <cite>Li Wei</cite>', 'At dawn · Li Wei'],
    ['At dawn (<span class="photo-credit">Li Wei</span>)', 'At dawn · Li Wei'],
    ['At dawn <small class="credit">Photo: Li Wei / AP</small>', 'At dawn · Photo: Li Wei / AP'],
    ['<p>At dawn</p><p class="attribution">Li Wei</p>', 'At dawn · Li Wei'],
    ['At dawn. Photo by <cite>Li Wei</cite>', 'At dawn. Photo by Li Wei'],
    ['The <em>pier</em> “at dawn”', 'The pier “at dawn”'],
    ['The "pier"', 'The \\"pier\\"'],
    ['<cite>Li Wei</cite>', 'Li Wei'],
    [
      'At dawn. Photo by <a href="https://li.example">Li Wei</a> / <a href="https://un.example">U</a>',
      'At dawn. Photo by Li Wei / U',
    ],
  ])('%s', (caption, title) => {
    const { text } = turn(`<figure>${pier}<figcaption>${caption}</figcaption></figure>`)
    expect(text).toBe(`![A pier](/a.jpg "${title}")`)
  })

  it.each([
    [
      `<figure>${pier}<figcaption>At dawn</figcaption><div class="credit">Li Wei</div></figure>`,
      'At dawn · Li Wei',
    ],
    [`<div class="wp-caption">${pier}<p class="wp-caption-text">At dawn</p></div>`, 'At dawn'],
    [
      `<dl class="gallery-item"><dt class="gallery-icon">${pier}</dt><dd class="gallery-caption">At dawn</dd></dl>`,
      'At dawn',
    ],
    [
      `<div class="image">${pier}<span class="image-caption">At dawn</span> <span class="image-credit">Li Wei</span></div>`,
      'At dawn · Li Wei',
    ],
    [`<p>${pier}</p><p class="caption">At dawn</p>`, 'At dawn'],
    ['<img src="/a.jpg" alt="A pier" data-caption="At dawn" data-credit="Li Wei">', 'At dawn · Li Wei'],
  ])('%s', (html, title) => {
    expect(turn(html, jekyll, 'html').text).toBe(`![A pier](/a.jpg "${title}")`)
  })

  it('a caption that leads somewhere stays a paragraph, with its credit', () => {
    const html = `<figure>${pier}<figcaption>See <a href="/b/">the boat</a> <cite>Li Wei</cite></figcaption></figure>`
    expect(turn(html).text).toBe('![A pier](/a.jpg)\n\nSee [the boat](/b/) · Li Wei')
  })

  it('pictures that share a caption have a paragraph each', () => {
    expect(turn(`<figure>${pier}${pier}<figcaption>Two</figcaption></figure>`).text).toBe(
      '![A pier](/a.jpg)\n\n![A pier](/a.jpg)\n\nTwo',
    )
  })

  it('words of such a class that stand below no picture stay words', () => {
    expect(turn('<p>One <span class="source">two</span></p><p class="byline">Three</p>').text).toBe(
      'One two\n\nThree',
    )
  })

  it('a link of a credit that is left out is told', () => {
    const { notes } = turn(
      `<figure>${pier}<figcaption><cite><a href="https://li.example">Li</a></cite></figcaption></figure>`,
    )
    expect(notes).toContain('Left out the link of a picture’s credit: https://li.example')
  })
})

describe('A template tag that shows a picture has its caption and credit:', () => {
  it.each<[string, ArchiveSource, string]>([
    [
      '{{< figure src="/a.jpg" alt="A pier" caption="At *dawn*" attr="Li Wei" attrlink="https://li.example" >}}',
      hugo,
      'At dawn · Li Wei',
    ],
    [
      '{{< figure src="/a.jpg" alt="A pier" title="The pier" caption="At dawn" >}}',
      hugo,
      'The pier. At dawn',
    ],
    ['{{< figure src="/a.jpg" alt="A pier" >}}At dawn{{< /figure >}}', hugo, 'At dawn'],
    [
      '{% include figure.html src="/a.jpg" alt="A pier" caption="At dawn" credit="Li Wei" %}',
      jekyll,
      'At dawn · Li Wei',
    ],
    ['{% include figure image_path="/a.jpg" alt="A pier" caption="At dawn" %}', jekyll, 'At dawn'],
    [
      '{% include photo.html file="/a.jpg" alt="A pier" caption="A cap" photographer="Jo" source="AP" %}',
      jekyll,
      'A cap · Jo / AP',
    ],
    [
      '{% figure caption:"At dawn" credit:"Li Wei" %}\n![A pier](/a.jpg)\n{% endfigure %}',
      jekyll,
      'At dawn · Li Wei',
    ],
    ['{% figure "/a.jpg", "A pier", "At dawn", "Li Wei" %}', eleventy, 'At dawn · Li Wei'],
  ])('%s', (body, dialect, title) => {
    expect(turn(body, dialect).text).toBe(`![A pier](/a.jpg "${title}")`)
  })

  it.each([
    ['{% image "/a.jpg", "A pier", "(min-width: 30em) 50vw, 100vw" %}', '![A pier](/a.jpg)'],
    ['{% include image.html url="/a.jpg" description="A pier" %}', '![A pier](/a.jpg "A pier")'],
    ['{% figure %}\n![A pier](/a.jpg)\n{% endfigure %}', '![A pier](/a.jpg)'],
    [
      '{{< figure src="/a.jpg" alt="A" >}} x {{< figure src="/b.jpg" alt="B" >}}y{{< /figure >}}',
      '![A](/a.jpg) x ![B](/b.jpg "y")',
    ],
  ])('%s', (body, markdown) => {
    expect(turn(body, body.startsWith('{{') ? hugo : eleventy).text).toBe(markdown)
  })
})

describe('Of several sizes the largest that the archive has is shown:', () => {
  it.each([
    ['<a href="/big.jpg"><img src="/small.jpg" alt="A pier"></a>', '/big.jpg'],
    [
      '<img src="/pier.jpg" srcset="/pier-480.jpg 480w, /pier-1200.jpg 1200w, /pier-9999.jpg 9999w" alt="A pier">',
      '/pier-1200.jpg',
    ],
    [
      '<picture><source srcset="/wide.webp 2x, /narrow.webp"><source srcset="/x.webp"><img src="/pier.jpg" alt="A pier"></picture>',
      '/wide.webp',
    ],
  ])('%s', (html, src) => {
    expect(turn(html).text).toBe(`![A pier](${src})`)
  })

  it('a link to a picture that did not come along stays', () => {
    expect(turn('<a href="/gone.jpg"><img src="/small.jpg" alt="A pier"></a>').text).toBe(
      '[![A pier](/small.jpg)](/gone.jpg)',
    )
  })
})
