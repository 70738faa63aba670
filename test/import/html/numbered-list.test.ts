import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { createHtmlToMarkdown } from '../../../src/import/html/html-to-markdown.ts'

const convert = (html: string) => createHtmlToMarkdown(() => {})(html).trim()

/** The numbers that readers of the markdown see. */
const numbersOf = (markdown: string): readonly number[] => {
  const numbers: number[] = []
  let next = 0
  for (const token of MarkdownIt('commonmark').parse(markdown, {})) {
    if (token.type === 'ordered_list_open') next = Number(token.attrGet('start') ?? 1)
    if (token.type === 'list_item_open') numbers.push(next++)
  }
  return numbers
}

/** As the HTML standard counts. */
const countedByStandard = (start: number | null, reversed: boolean, values: readonly (number | null)[]) => {
  const numbers: number[] = []
  let number = start ?? (reversed ? values.length : 1)
  for (const value of values) {
    if (value !== null) number = value
    numbers.push(number)
    number += reversed ? -1 : 1
  }
  return numbers
}

describe('a numbered list tells the numbers that it had', () => {
  it('wherever it starts, whether it counts up or down, and where an item has a number of its own', () => {
    const number = fc.option(fc.integer({ min: 20, max: 300 }))
    const list = fc.tuple(number, fc.boolean(), fc.array(number, { minLength: 1, maxLength: 8 }))
    fc.assert(
      fc.property(fc.array(list, { minLength: 1, maxLength: 3 }), lists => {
        const html = lists.map(
          ([start, reversed, values]) =>
            `<ol${start === null ? '' : ` start="${start}"`}${reversed ? ' reversed' : ''}>${values
              .map(value => `<li${value === null ? '' : ` value="${value}"`}>x</li>`)
              .join('')}</ol>`,
        )
        const markdown = convert(html.join('\n'))
        expect(numbersOf(markdown), markdown).toEqual(
          lists.flatMap(([start, reversed, values]) => countedByStandard(start, reversed, values)),
        )
      }),
    )
  })

  it.each([
    ['<ol reversed><li>Bronze</li><li>Silver</li></ol>', '2. Bronze\n1) Silver'],
    ['<ol start="7"><li>a</li><li value="9">b</li></ol>', '7. a\n9) b'],
    ['<ol><li>a<ol reversed><li>b</li><li>c</li></ol></li></ol>', '1. a\n   2. b\n   1) c'],
    ['<ol><li>a</li></ol><p>x</p><ol><li>b</li></ol>', '1. a\n\nx\n\n1. b'],
  ])('%s', (html, markdown) => {
    expect(convert(html)).toBe(markdown)
  })

  it.each([
    ['<ol type="a" start="26"><li>one</li><li><p>two</p></li></ol>', '- z. one\n- aa. two'],
    ['<ol style="list-style-type: upper-roman"><li value="4">one</li></ol>', '- IV. one'],
    ['<ol start="-1"><li>one</li><li>two</li></ol>', '- -1. one\n0. two'],
  ])('or says in its text what markdown cannot count: %s', (html, markdown) => {
    expect(convert(html).replaceAll('\\', '')).toBe(markdown)
  })
})

describe('the page that a quotation is from', () => {
  const cite = 'https://www.port.example/speech'
  it.each([
    [`<blockquote cite="${cite}"><p>We sail.</p></blockquote>`, `> We sail.\n>\n> — [port.example](${cite})`],
    [
      `<blockquote cite="${cite}"><p>We sail.</p><footer>— Asha Rao</footer></blockquote>`,
      `> We sail.\n>\n> — [Asha Rao](${cite})`,
    ],
    [
      `<blockquote cite="${cite}"><p>We sail.</p><footer><a href="${cite}">Speech</a></footer></blockquote>`,
      `> We sail.\n>\n> [Speech](${cite})`,
    ],
    ['<blockquote cite="mid:1234@mail"><p>We sail.</p></blockquote>', '> We sail.'],
  ])('leads there: %s', (html, markdown) => {
    expect(convert(html)).toBe(markdown)
  })
})
