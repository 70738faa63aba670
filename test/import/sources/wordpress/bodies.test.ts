import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withParagraphs } from '../../../../src/import/sources/wordpress/paragraphs.ts'
import { textOfHtml } from '../../../../src/import/text/plain-text.ts'
import { type Files, importFiles, sentence } from '../../archive-on-disk.ts'
import { attachment, item, wxr } from '../../wordpress-export.ts'

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"></svg>'

const library = [
  attachment(
    40,
    '2019/06/pier.svg',
    { excerpt: 'At dawn' },
    { meta: { _wp_attachment_image_alt: 'A pier' } },
  ),
  attachment(41, '2019/06/boat.svg', { post_parent: '11' }, { meta: { _wp_attachment_image_alt: 'A boat' } }),
  attachment(
    42,
    '2019/06/crew.svg',
    {},
    { meta: { _wp_attachment_image_alt: 'The crew', _media_credit: 'L. Wei' } },
  ),
  item(50, { post_type: 'wp_block', content: '<!-- wp:paragraph --><p>Call us.</p><!-- /wp:paragraph -->' }),
  item(51, { post_type: 'wp_block', status: 'private', content: '<p>Not yet.</p>' }),
  item(52, { post_type: 'wp_block', status: 'draft', content: '<p>Nor this.</p>' }),
  item(53, { post_type: 'wp_block', post_password: 'x', content: '<p>Nor that.</p>' }),
]

const files: Files = {
  'uploads/2019/06/pier.svg': svg,
  'uploads/2019/06/boat.svg': svg.replace('40', '41'),
  'uploads/2019/06/crew.svg': svg.replace('40', '42'),
}

/** One import for all bodies, each of them behind a first sentence. */
const turned = (bodies: readonly string[], meta: Readonly<Record<string, string>> = {}) => {
  const items = bodies.map((content, index) =>
    item(index + 1, { content: `${sentence}\n\n${content}` }, { meta }),
  )
  const { stories, notesOf } = importFiles({ 'old.xml': wxr([...items, ...library]), ...files })
  return bodies.map((_, index) => ({
    text: stories[`2019/06/04/story-${index + 1}.md`]?.split(`---\n${sentence}\n`)[1]?.trim(),
    notes: notesOf(`post/${index + 1}`),
  }))
}

const classic: readonly (readonly [body: string, markdown: string])[] = [
  ['One\ntwo\n\nthree <b>bold\n\nmore</b>', 'One\\\ntwo\n\nthree **bold**\n\n**more**'],
  ['<blockquote>One\n\ntwo</blockquote>\nthree', '> One\n>\n> two\n\nthree'],
  ['<ul>\n<li>One</li>\n<li>two\nthree</li>\n</ul>', '- One\n- two\\\n  three'],
  ['<h2>A head</h2>\nOne<br />\ntwo\n<pre>a\n\nb</pre>', '## A head\n\nOne\\\ntwo\n\n```\na\n\nb\n```'],
  ['<strong>One<br /><br />\ntwo</strong> three', '**One**\n\n**two** three'],
  ['    Indented\n\n*not* # 1', 'Indented\n\n\\*not\\* # 1'],
  ['One<!--more-->\n\ntwo<!--nextpage-->three', 'One\n\ntwo\n\nthree'],
  [
    '[caption id="attachment_40" align="left" width="300"]<a href="https://old.example/wp-content/uploads/2019/06/pier.svg"><img class="size-medium wp-image-40" src="http://old.example/wp-content/uploads/2019/06/pier-300x200.svg" alt="" width="300" /></a> The <em>pier</em> at dawn[/caption]\n\nNext',
    '![A pier](pier.svg "The pier at dawn")\n\nNext',
  ],
  [
    '[caption caption=\'The pier\']<img src="/wp-content/uploads/2019/06/pier.svg" alt="Pier" title="pier">[/caption]',
    '![Pier](pier.svg "The pier")',
  ],
  ['[gallery ids="40, 42"]', '![A pier](pier.svg "At dawn")\n\n![The crew](crew.svg "L. Wei")'],
  ['[gallery]', '![A boat](boat.svg)'],
  ['[embed width="400"]https://youtu.be/abcdefghijk[/embed]', 'https://youtu.be/abcdefghijk'],
  ['Before\nhttps://youtu.be/abcdefghijk\nafter', 'Before\n\nhttps://youtu.be/abcdefghijk\n\nafter'],
  [
    '[youtube https://www.youtube.com/watch?v=abcdefghijk&amp;t=3]',
    'https://www.youtube.com/watch?v=abcdefghijk&t=3',
  ],
  ['[youtube=https://www.youtube.com/watch?v=abcdefghijk]', 'https://www.youtube.com/watch?v=abcdefghijk'],
  ['[tweet 1234567890123]', 'https://twitter.com/i/status/1234567890123'],
  [
    '[audio mp3="https://other.example/a.mp3"][/audio]',
    '[https://other.example/a.mp3](https://other.example/a.mp3)',
  ],
  ['[vc_row][vc_column width="1/2"][vc_column_text]Kept[/vc_column_text][/vc_column][/vc_row]', 'Kept'],
  ['He said [sic] and [[gallery]].', 'He said \\[sic\\] and \\[gallery\\].'],
  ['[contact-form-7 id="1" title="Write"]', '\\[contact-form-7 id="1" title="Write"\\]'],
  ['<code>[gallery]</code>', '`[gallery]`'],
]

const blocks: readonly (readonly [body: string, markdown: string])[] = [
  [
    '<!-- wp:paragraph -->\n<p>One\ntwo</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:heading {"level":3} -->\n<h3 class="wp-block-heading">Head</h3>\n<!-- /wp:heading -->',
    'One two\n\n## Head',
  ],
  [
    '<!-- wp:image {"id":40} -->\n<figure class="wp-block-image"><img src="https://old.example/wp-content/uploads/2019/06/pier-1024x768.svg" alt="Dawn" class="wp-image-40"/><figcaption class="wp-element-caption">The pier</figcaption></figure>\n<!-- /wp:image -->',
    '![Dawn](pier.svg "The pier")',
  ],
  [
    '<!-- wp:image {"id":42} -->\n<figure class="wp-block-image"><img src="https://old.example/wp-content/uploads/2019/06/crew.svg" alt="" class="wp-image-42"/><figcaption>All of them</figcaption></figure>\n<!-- /wp:image -->',
    '![The crew](crew.svg "All of them · L. Wei")',
  ],
  [
    '<!-- wp:gallery -->\n<figure class="wp-block-gallery has-nested-images"><!-- wp:image {"id":40} --><figure class="wp-block-image"><img src="https://old.example/wp-content/uploads/2019/06/pier.svg" alt="" class="wp-image-40"/></figure><!-- /wp:image --><!-- wp:image {"id":41} --><figure class="wp-block-image"><img src="https://old.example/wp-content/uploads/2019/06/boat.svg" alt="" class="wp-image-41"/></figure><!-- /wp:image --></figure>\n<!-- /wp:gallery -->',
    '![A pier](pier.svg)\n\n![A boat](boat.svg)',
  ],
  [
    '<!-- wp:embed {"url":"https://youtu.be/abcdefghijk","type":"video"} -->\n<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://youtu.be/abcdefghijk\n</div><figcaption>A film</figcaption></figure>\n<!-- /wp:embed -->',
    'https://youtu.be/abcdefghijk\n\nA film',
  ],
  [
    '<!-- wp:gallery {"ids":[40,41]} -->\n<ul class="wp-block-gallery columns-2"><li class="blocks-gallery-item"><figure><img src="https://old.example/wp-content/uploads/2019/06/pier.svg" alt="" data-id="40" class="wp-image-40"/><figcaption>Dawn</figcaption></figure></li><li class="blocks-gallery-item"><figure><img src="https://old.example/wp-content/uploads/2019/06/boat.svg" alt="" data-id="41"/></figure></li></ul>\n<!-- /wp:gallery -->',
    '![A pier](pier.svg "Dawn")\n\n![A boat](boat.svg)',
  ],
  [
    '<!-- wp:cover {"id":40} -->\n<div class="wp-block-cover" style="background-image:url(https://old.example/wp-content/uploads/2019/06/pier.svg)"><p class="wp-block-cover-text">At dawn</p></div>\n<!-- /wp:cover -->',
    '![Pier](pier.svg)\n\nAt dawn',
  ],
  ['<!-- wp:block {"ref":50} /-->', 'Call us.'],
  [
    '<!-- wp:block {"ref":51} /--><!-- wp:block {"ref":52} /--><!-- wp:block {"ref":53} /--><p>More.</p>',
    'More.',
  ],
  [
    '<!-- wp:acf/quote {"data":{"text":"Nobody asked us about it"}} /-->\n<!-- wp:paragraph --><p>One</p><!-- /wp:paragraph -->',
    'One',
  ],
  ['<!-- wp:paragraph --><p>One</p><!-- /wp:paragraph -->\n\nFree\n\nwords', 'One\n\nFree\n\nwords'],
  ['<!-- wp:shortcode -->\n[gallery ids="41"]\n<!-- /wp:shortcode -->', '![A boat](boat.svg)'],
]

describe('a text of the older editor', () => {
  it('becomes markdown, and what could not be filled in is told', () => {
    const results = turned(classic.map(([body]) => body))
    expect(results.map(({ text }, index) => [classic[index]?.[0], text])).toEqual(classic)
    expect(results.flatMap(({ notes }) => notes).filter(note => /tag|builder|pages of/.test(note))).toEqual([
      'Joined the pages of a story',
      'Removed tags of a page builder; what stood between them is kept: vc_row',
      'Removed tags of a page builder; what stood between them is kept: vc_column',
      'Removed tags of a page builder; what stood between them is kept: vc_column_text',
      'Kept a template tag as text, as its meaning is unknown; replace it by hand: [contact-form-7 id="1" title="Write"]',
    ])
  })
})

describe('a text of blocks', () => {
  it('becomes markdown; blocks that only WordPress can fill in are told of, with their words', () => {
    const results = turned(blocks.map(([body]) => body))
    expect(results.map(({ text }, index) => [blocks[index]?.[0], text])).toEqual(blocks)
    expect(results.flatMap(({ notes }) => notes)).toContain(
      'Left out a block that only WordPress can fill in: acf/quote: Nobody asked us about it',
    )
  })

  it('has its footnotes', () => {
    const notes = JSON.stringify([{ id: 'a', content: 'By <em>hand</em>.' }])
    const [body] = turned(
      [
        '<!-- wp:paragraph --><p>Counted<sup data-fn="a" class="fn"><a href="#a" id="a-link">1</a></sup></p><!-- /wp:paragraph -->\n<!-- wp:footnotes /-->',
      ],
      { footnotes: notes },
    )
    expect(body?.text).toBe('Counted[^1]\n\n[^1]: By *hand*.')
  })
})

describe('any text without paragraphs', () => {
  const pieces = fc.constantFrom(
    ...[
      'One',
      'two ',
      '\n',
      '\n\n',
      '<b>',
      '</b>',
      '<div>',
      '</div>',
      '<ul><li>',
      '</li></ul>',
      '<br>',
      '<pre>a\n\nb</pre>',
    ],
    ...[
      '<!--more-->',
      '<blockquote>',
      '</blockquote>',
      '<td>',
      '<a href="x">',
      '</a>',
      '<',
      '&amp;',
      '<h2>',
      '</h2>',
      '<p>',
      '</p>',
    ],
  )

  it('keeps every word in its order', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), parts => {
        const words = (html: string) => textOfHtml(html).replace(/\s/g, '')
        expect(words(withParagraphs(parts.join('')))).toBe(words(parts.join('')))
      }),
    )
  })
})
