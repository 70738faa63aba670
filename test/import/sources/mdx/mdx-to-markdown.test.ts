import { expect, it } from 'vitest'
import { createNotes } from '../../../../src/import/report/note.ts'
import { mdxToMarkdown } from '../../../../src/import/sources/mdx/mdx-to-markdown.ts'

const convert = (body: string) => {
  const { notes, addNote } = createNotes()
  const text = mdxToMarkdown(body, name => (name === 'title' ? 'Pier' : null), addNote)
  return { text, notes: notes.map(({ message, detail }) => `${message}: ${detail}`) }
}

it.each([
  ['import A from "./a"\nimport b from \'b\'\n\nText.', 'Text.'],
  ['Text.\n\nexport const a = {\n\n  b: 1,\n\n}\n\nMore.', 'Text.\n\n\n\nMore.'],
  ['import duties rise, say traders.\n\nMore.', 'import duties rise, say traders.\n\nMore.'],
  ['```js\n\nimport a from "a"\n```', '```js\n\nimport a from "a"\n```'],
  ['<Note type="x">\n\nSome **words**.\n\n</Note>', '\n\nSome **words**.\n\n'],
  ['<Tabs items={["a", ">"]}>\n```js\n<Tab> {x}\n```\n</Tabs>', '\n```js\n<Tab> {x}\n```\n'],
  ['<>Words</> and `<Code>`', 'Words and `<Code>`'],
  [
    'import pier from "../img/pier.jpg"\n\n<Image src={pier} alt="The pier" />',
    '<img src="../img/pier.jpg" alt="The pier">',
  ],
  ['<YouTube id="abcdefghijk" />', '<iframe src="https://www.youtube.com/watch?v=abcdefghijk"></iframe>'],
  ['<div className="x" style={{ color: "red" }}>a</div>', '<div class="x">a</div>'],
  ['a {/* b */}c{" "}d {frontmatter.title} {x.map(y => z)}', 'a c d Pier {x.map(y => z)}'],
  ['1 < 2, <https://x.example> and <b>c</b>', '1 < 2, <https://x.example> and <b>c</b>'],
])('%j', (body, expected) => {
  expect(convert(body).text.replace(/^\n+(?=[A-Z<])/, '')).toBe(expected.replace(/^\n+(?=[A-Z<])/, ''))
})

it('each component and each expression is told of', () => {
  expect(convert('<Chart data={d} />\n\n{total}').notes).toEqual([
    'Left out a component of MDX; the text in it stays: <Chart>',
    'Kept a template tag as text, as its meaning is unknown; replace it by hand: {total}',
  ])
})
