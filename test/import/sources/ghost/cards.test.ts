import { describe, expect, it } from 'vitest'
import { importFiles, sentence } from '../../archive-on-disk.ts'
import { ghostExport, post } from '../../ghost-export.ts'

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"></svg>'

const imported = (fields: Record<string, unknown>) => {
  const { stories, notesOf } = importFiles({
    'old.json': ghostExport([post(1, fields)]),
    'content/images/2019/06/pier.svg': svg,
    'content/images/2019/06/boat.svg': svg,
  })
  const [text = ''] = Object.values(stories)
  return { body: text.split(`${sentence}\n\n`)[1]?.trim(), notes: notesOf('posts/story-1') }
}

const player =
  '<button class="kg-play"><svg></svg></button><span class="kg-time">0:00</span><input type="range">'

describe('a card of Ghost becomes what Dateline has for it', () => {
  it.each([
    [
      'an HTML card',
      '<!--kg-card-begin: html--><div class="box">Raw <b>words</b></div><!--kg-card-end: html-->',
      'Raw **words**',
    ],
    [
      'a picture in another size',
      '<figure class="kg-card kg-image-card"><img src="__GHOST_URL__/content/images/size/w1000/2019/06/pier.svg" alt="A pier"><figcaption><span>At dawn</span></figcaption></figure>',
      '![A pier](pier.svg "At dawn")',
    ],
    [
      'a gallery',
      '<figure class="kg-card kg-gallery-card"><div class="kg-gallery-container"><div class="kg-gallery-row"><div class="kg-gallery-image"><img src="https://old.example/content/images/2019/06/pier.svg" alt="One"></div><div class="kg-gallery-image"><a href="https://x.example"><img src="/content/images/2019/06/boat.svg" alt="Two"></a></div></div></div><figcaption>Two views</figcaption></figure>',
      '![One](pier.svg)\n\n[![Two](boat.svg)](https://x.example)\n\nTwo views',
    ],
    [
      'a bookmark',
      '<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://port.example/tide"><div class="kg-bookmark-content"><div class="kg-bookmark-title">Tides</div><div class="kg-bookmark-description">When it comes.</div><div class="kg-bookmark-metadata"><img class="kg-bookmark-icon" src="https://port.example/i.ico"><span class="kg-bookmark-author">The port</span></div></div></a></figure>',
      '[Tides](https://port.example/tide) (The port)\n\nWhen it comes.',
    ],
    [
      'a film of another site',
      '<figure class="kg-card kg-embed-card"><iframe src="https://www.youtube.com/embed/abcdefghijk?feature=oembed"></iframe><figcaption>The film</figcaption></figure>',
      'https://www.youtube.com/watch?v=abcdefghijk\n\nThe film',
    ],
    [
      'a post of a network',
      '<figure class="kg-card kg-embed-card"><blockquote class="twitter-tweet"><p>Back!</p><a href="https://twitter.com/port/status/123456?x">June 4</a></blockquote><script async src="https://platform.twitter.com/widgets.js"></script></figure>',
      '> Back!\n>\n> [June 4](https://twitter.com/port/status/123456?x)\n\nhttps://twitter.com/port/status/123456',
    ],
    [
      'a callout',
      '<div class="kg-card kg-callout-card"><div class="kg-callout-emoji">💡</div><div class="kg-callout-text">Bring <b>a coat</b>.</div></div>',
      '💡 Bring **a coat**.',
    ],
    [
      'a toggle',
      '<div class="kg-card kg-toggle-card"><div class="kg-toggle-heading"><h4 class="kg-toggle-heading-text">Why?</h4><button><svg></svg></button></div><div class="kg-toggle-content"><p>The storm.</p></div></div>',
      '**Why?**\n\nThe storm.',
    ],
    [
      'a button',
      '<div class="kg-card kg-button-card"><a href="https://port.example/" class="kg-btn kg-btn-accent">The port</a></div>',
      '[The port](https://port.example/)',
    ],
    [
      'a sound',
      `<div class="kg-card kg-audio-card"><img class="kg-audio-thumbnail" src=""><div class="kg-audio-player-container"><audio src="https://x.example/horn.mp3"></audio><div class="kg-audio-title">The horn</div><div>${player}</div></div></div>`,
      '[The horn](https://x.example/horn.mp3)',
    ],
    [
      'a film of its own',
      `<figure class="kg-card kg-video-card"><div class="kg-video-container"><video src="https://x.example/boat.mp4"></video><div>${player}</div></div><figcaption>The boat</figcaption></figure>`,
      '[The boat](https://x.example/boat.mp4)',
    ],
    [
      'a file',
      '<div class="kg-card kg-file-card"><a class="kg-file-card-container" href="https://x.example/plan.pdf"><div class="kg-file-card-title">The plan</div><div class="kg-file-card-caption">As of June</div><div class="kg-file-card-metadata"><div class="kg-file-card-filename">plan.pdf</div><div class="kg-file-card-filesize">12 KB</div></div><svg></svg></a></div>',
      '[The plan](https://x.example/plan.pdf) (plan.pdf, 12 KB)\n\nAs of June',
    ],
    [
      'a product',
      '<div class="kg-card kg-product-card"><div><img src="__GHOST_URL__/content/images/2019/06/boat.svg" alt="Boat" class="kg-product-card-image"><h4 class="kg-product-card-title">A toy boat</h4><span class="kg-product-card-rating-active kg-product-card-rating-star"><svg></svg></span><span class="kg-product-card-rating-star"><svg></svg></span><div class="kg-product-card-description"><p>It floats.</p></div><a href="https://x.example/b" class="kg-product-card-button"><span>Buy</span></a></div></div>',
      '![Boat](boat.svg)\n\n## A toy boat\n\n★☆\n\nIt floats.\n\n[Buy](https://x.example/b)',
    ],
    [
      'a header',
      '<div class="kg-card kg-header-card kg-v2"><h2 class="kg-header-card-heading">Part two</h2><p class="kg-header-card-subheading">What comes</p><a href="https://x.example/" class="kg-header-card-button">Go</a></div>',
      '## Part two\n\nWhat comes\n\n[Go](https://x.example/)',
    ],
    [
      'a large quotation',
      '<blockquote class="kg-blockquote-alt">We never stopped.</blockquote>',
      '::: pullquote\n\nWe never stopped.\n\n:::',
    ],
    [
      'code',
      '<figure class="kg-card kg-code-card"><pre><code class="language-js">let a\n\n# b</code></pre><figcaption>Code</figcaption></figure>',
      '```js\nlet a\n\n# b\n```\n\nCode',
    ],
  ])('%s', (_what, html, expected) => {
    const { body, notes } = imported({ html: `<p>${sentence}</p>\n${html}` })
    expect(body).toBe(expected)
    expect(notes.join()).not.toMatch(/comment|cannot contain/)
  })

  it('or is left out, and reported', () => {
    const { body, notes } = imported({
      html: `<p>${sentence}</p><div class="kg-card kg-signup-card"><h2>Get the letter</h2><form><input></form></div><!-- secret -->`,
    })
    expect(body).toBeUndefined()
    expect(notes).toEqual(
      expect.arrayContaining([
        'Left out a form in which readers sign up: Get the letter',
        'Removed a comment that readers never saw: <!-- secret -->',
      ]),
    )
  })
})

it('a text that is nested without end is imported all the same', () => {
  const { body, notes } = imported({
    html: `<p>${sentence}</p>${'<div>'.repeat(6000)}<a href="__GHOST_URL__/about/">us</a>`,
  })
  expect(body).toBe('[us](/about/)')
  expect(notes).toContain('Left links and pictures as they are: its HTML is nested too deeply')
})

describe('a post of which the export has no HTML', () => {
  const text = (words: string, format = 0) => ({ type: 'extended-text', text: words, format })
  const lexical = JSON.stringify({
    root: {
      children: [
        { type: 'paragraph', children: [text(sentence)] },
        { type: 'extended-heading', tag: 'h2', children: [text('A & B')] },
        {
          type: 'paragraph',
          children: [
            text('Bold', 1),
            { type: 'linebreak' },
            { type: 'link', url: '__GHOST_URL__/about/', children: [text('us', 2)] },
          ],
        },
        { type: 'list', listType: 'number', children: [{ type: 'listitem', children: [text('one')] }] },
        { type: 'aside', children: [text('Never.')] },
        {
          type: 'image',
          src: '__GHOST_URL__/content/images/2019/06/pier.svg',
          alt: 'A pier',
          caption: 'At dawn',
        },
        { type: 'callout', calloutEmoji: '💡', calloutText: '<p>Bring a coat.</p>' },
        { type: 'markdown', markdown: '*Really*' },
        { type: 'horizontalrule' },
        { type: 'html', html: '<b>raw</b>' },
        { type: 'quiz', question: 'How many boats are there?' },
      ],
    },
  })
  const mobiledoc = JSON.stringify({
    version: '0.3.1',
    atoms: [['soft-return', '', {}]],
    cards: [
      ['image', { src: '/content/images/2019/06/pier.svg', alt: 'A pier', caption: 'At dawn' }],
      ['hr', {}],
    ],
    markups: [['strong'], ['a', ['href', 'https://x.example']]],
    sections: [
      [1, 'p', [[0, [], 0, sentence]]],
      [1, 'h2', [[0, [], 0, 'A & B']]],
      [
        1,
        'p',
        [
          [0, [0], 1, 'Bold'],
          [1, [], 0, 0],
          [0, [1], 1, 'us'],
        ],
      ],
      [3, 'ol', [[[0, [], 0, 'one']]]],
      [10, 0],
      [10, 1],
      [1, 'p', [[0, [], 0, 'End']]],
    ],
  })

  it('is read from what the editor kept, Lexical', () => {
    const { body, notes } = imported({ html: null, lexical })
    expect(body).toBe(
      '## A & B\n\n**Bold**\\\n[*us*](/about/)\n\n1. one\n\n::: pullquote\n\nNever.\n\n:::\n\n![A pier](pier.svg "At dawn")\n\n💡\n\nBring a coat.\n\n*Really*\n\n---\n\n**raw**',
    )
    expect(notes).toContain('Left out a card of Ghost that is unknown: quiz: How many boats are there?')
    expect(notes).toContain('Read the text from the notes of Ghost’s editor, as the export has no HTML of it')
  })

  it('or Mobiledoc', () => {
    expect(imported({ html: '', mobiledoc }).body).toBe(
      '## A & B\n\n**Bold**\\\n[us](https://x.example)\n\n1. one\n\n![A pier](pier.svg "At dawn")\n\n---\n\nEnd',
    )
  })
})
