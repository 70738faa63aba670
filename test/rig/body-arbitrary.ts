// Random texts of stories, as hostile as editors and their programs can write them. Every word is another one, so that a lost one is known.

import fc from 'fast-check'

/** `@` stands for a word, `¤` for a part of an address. */
const inline: readonly string[] = [
  '@',
  '@ @',
  '@\n@',
  '@  \n@',
  '@\\\n@',
  '*@*',
  '**@ @**',
  '***@*** @',
  '_@_ __@__',
  '@*@*@',
  '~~@~~',
  '`@`',
  '`` @ ` @ ``',
  '`@](/¤/)`',
  '` @',
  '*@',
  '**@',
  '[@](/¤/)',
  '[@](/¤/ "@ @")',
  "[@ *@*](</¤/> '@')",
  '[@ [@] @](https://¤.example/?a=¤&b=¤#¤)',
  '[@](/¤/(¤)/)',
  '[@ ![@](p.png) @](/¤/)',
  '![@ [@](/¤/) @](p.png)',
  '![@](p.png "@ @")',
  '[@][one]',
  '[one][]',
  '[one] @',
  '[one](@ @)',
  '[@][nowhere]',
  '[@] (@)',
  '[@](not an @)',
  '[@',
  '@]',
  '](@)',
  '\\[@](/¤/)',
  '[@\\](/¤/) @](/¤/)',
  '<https://@.example/%41@?a&copy;@>',
  'https://@.example/%C3%A9@/(@)?x=@&amp;y=@.',
  'see (https://@.example/@), @',
  'https://youtu.be/@',
  'mailto:@@example.org',
  '@@example.org',
  '&eacute;@&eacute; &amp;@; &#64;@ &#x1F6F3; &@; &nope;',
  '&lt;@&gt;',
  '<b>@</b>',
  '<!-- ¤ -->@',
  '@ <!-- ¤\n\n¤ --> @',
  '<@ @="@">',
  '{@} {{ @ }} {% @ %}',
  '[@]{lang=de} @',
  '[@ *@*]{lang="ar"}',
  '@[^n]',
  '@[^n] @[^m]',
  'AT&T; @',
  '\\*@\\* \\_@\\_ \\\\@',
  '"@" \'@\' “@” ‘@’ «@»',
  '@’s @—@…',
  '日本@語。**「@」**と',
  'العربية @ \u200f@\u200e',
  'עברית @',
  '한국어 @',
  'ไทย@ไทย',
  'e\u0301@\u0308 @\u00ad@',
  '\u00a0@\u00a0@\u202f@\u3000@\ufeff@',
  '🛳️@👩‍👩‍👧@🇮🇳',
  '€ 5 @ ½ @ £@',
  '2*3*4 @',
  '3 * 4 * @',
  '@|@',
  '@ \\| @',
  '# @',
  '@ #',
  '1984. @',
  '- @',
  '+@',
  '> @',
  '=== @',
  '\t@',
]

const paragraph = fc.array(fc.constantFrom(...inline), { minLength: 1, maxLength: 5 })

const text = fc
  .tuple(paragraph, fc.constantFrom(' ', ' ', '', '\n'))
  .map(([pieces, between]) => pieces.join(between))

const line = text.map(words => words.replace(/\s*\n\s*/g, ' '))

const cell = line.map(words => words.replaceAll('|', '\\|'))

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

const leaf: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: text },
  line.map(words => `## ${words}`),
  line.map(words => `${words} ##`),
  line.map(words => `# ${words} #`),
  line.map(words => `${words}\n===`),
  text.map(words => `${words}\n---`),
  fc.tuple(line, line).map(([one, other]) => `\`\`\`\n${one}\n\n    ${other}\n\`\`\``),
  line.map(words => `~~~ js\n${words}\n~~~`),
  text.map(words => `    ${words}`),
  text.map(words => `\t${words}`),
  fc.constantFrom('***', '- - -', '___', '', '>', '-', '1.'),
  fc.constantFrom('[one]: /¤/ "@"', '[one]:\n  </¤/>', '[Two ¤]: @', '[^n]: @ @', '[^m]: @\n\n    @ @'),
  fc
    .tuple(
      fc.array(cell, { minLength: 1, maxLength: 3 }),
      fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 3 }),
    )
    .map(([head, rows]) => {
      const body = rows.map(cells => row(cells))
      return [row(head), row(head.map(() => ':-:')), ...body].join('\n')
    }),
  fc
    .tuple(cell, cell, line)
    .map(([one, other, words]) => `Table: ${words}\n\n${one} | ${other}\n--|--\n@ | @`),
  fc.tuple(cell, line).map(([one, words]) => `| ${one} |\n|---|\n| @ |\nTable: ${words}`),
  line.map(words => `![@](p.png "${words.replaceAll('"', '')}")`),
)

const prefixed = (first: string, rest: string) => (block: string) =>
  first + block.replace(/\n(?!$)/g, `\n${rest}`)

const block: fc.Arbitrary<string> = fc.letrec<{ block: string }>(tie => {
  const blocks = fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map(all => all.join('\n\n'))
  return {
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      blocks.map(prefixed('> ', '> ')),
      // Continued as lazily as one can.
      blocks.map(prefixed('> ', '')),
      blocks.map(prefixed('- ', '  ')),
      blocks.map(prefixed('* ', '    ')),
      blocks.map(prefixed('1. ', '   ')),
      blocks.map(prefixed('7) ', '')),
      fc.array(line, { minLength: 1, maxLength: 4 }).map(all => all.map(words => `- ${words}`).join('\n')),
      fc
        .array(line, { minLength: 1, maxLength: 4 })
        .map(all => all.map((words, at) => `${at + 1}. ${words}`).join('\n\n')),
      fc.tuple(line, blocks).map(([words, all]) => `::::: facts ${words}\n${all}\n:::::`),
      fc.tuple(line, line).map(([one, other]) => `::: keypoints ${one}\n- ${other}\n- @\n:::`),
      fc.tuple(text, line).map(([one, other]) => `::: pullquote\n${one}\n— ${other}\n:::`),
      fc.tuple(text, line).map(([one, other]) => `::: pullquote\n${one}\n\n— ${other}\n:::`),
      fc
        .tuple(line, text, line)
        .map(([title, one, other]) => `::: timeline ${title}\n- 2024-10-24: ${one}\n- 2024: ${other}\n:::`),
      fc
        .tuple(fc.integer({ min: 10, max: 59 }), line, blocks)
        .map(([at, title, all]) => `:::: entry 2024-10-24T18:40:${at}+05:30 @ ${title}\n${all}\n::::`),
    ),
  }
}).block

const lineEnds = fc.constantFrom('\n', '\n', '\n', '\r\n')

/** Words are w0x, w1x and so on, in their order. */
export const bodyArbitrary: fc.Arbitrary<string> = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 5 }), fc.constantFrom('\n\n', '\n\n', '\n'), lineEnds)
  .map(([blocks, between, lineEnd]) => {
    let count = 0
    const body = `${blocks.join(between)}\n`.replace(
      /[@¤]/g,
      sign => `${sign === '@' ? 'w' : 'a'}${count++}x`,
    )
    return body.replaceAll('\n', lineEnd)
  })
