import { afterAll, expect, test } from 'vitest'
import { PageNotMade } from '../../src/eleventy/page-not-made.ts'
import { madeOrProblem } from '../../src/render/problem-of-making.ts'
import { createSite } from '../rig/site-folder.ts'

const site = createSite({ 'content/pages/pages.json': '{}' })
afterAll(site.dispose)
site.remove('_includes')

/** Where the problem stands and what it says, once Eleventy has failed with a message. */
const report = async (reason: string, files: Readonly<Record<string, string>>, trace = '') => {
  for (const [file, text] of Object.entries(files)) site.write(file, text)
  const error = Object.assign(new Error(reason), { stack: trace })
  const found = await madeOrProblem(site.root, async () => {
    throw new PageNotMade('', null, error)
  })
  for (const file of Object.keys(files)) site.remove(file)
  if (!('problem' in found)) throw new Error('it was made')
  const { location, message } = found.problem
  return `${location.file}:${location.line}:${location.column} ${message}`
}

const part = '_includes/parts/card.njk'
const nested = (said: string) =>
  `Template render error: (_includes/layouts/story.njk)\n  Template render error: (parts/card.njk)\n  ${said}`

test.each([
  ['a filter', 'Error: filter not found: nosuch', '\n {{ a | nosuch }}', '2:9 there is no filter “nosuch”'],
  [
    'a macro',
    'Error: Unable to call `card`, which is undefined or falsey',
    '<p>\n\n{{ card(story) }}',
    '3:4 there is no macro or function “card”',
  ],
  [
    'a file that is drawn in',
    'Error: there is no _includes/parts/no.njk',
    '{% include "parts/no.njk" %}',
    '1:13 there is no file _includes/parts/no.njk',
  ],
  [
    'a value',
    'Error: _includes/parts/card.njk prints {{ a.b }}, which is null or undefined; correct the name',
    '<p>\n  {{ a.b }}',
    '2:3 {{ a.b }} is null or undefined here',
  ],
  [
    'a tag without its end, at the tag',
    'Error: _includes/parts/card.njk cannot be read: parseIf: expected endif',
    '<p>\n {% if a %}{% for b in c %}{% endfor %}',
    '2:2 this template cannot be read: expected elif, else, or endif, got end of file',
  ],
  [
    'a tag that is none',
    'Error: _includes/parts/card.njk cannot be read: unknown block tag: nosuch',
    '<p>\n\n{% nosuch %}',
    '3:4 this template cannot be read: unknown block tag: nosuch',
  ],
  [
    'what a filter was given',
    'RangeError: cannot print x: it is not a time',
    '{{ x | readerDate }}',
    '1:1 cannot print x: it is not a time',
  ],
])(
  '%s of a part of a layout is named there, and not in the layout that draws it in',
  async (_, said, text, at) => {
    const layout = { '_includes/layouts/story.njk': '{% include "parts/card.njk" %}' }
    expect(await report(nested(said), { ...layout, [part]: text })).toBe(`${part}:${at}`)
  },
)

const template = '---\ntitle: X\npermalink: "/{{ y | foo }}/"\n---\n\n {{ title | nosuch }}\n'

test.each([
  ['in its text', '(./content/pages/x.njk)\n  Error: filter not found: nosuch', '6:13'],
  ['in its front matter', '(./content/pages/x.njk)\n  Error: filter not found: foo', '3:21'],
  ['by a language that names no file', 'undefined filter: nosuch', '6:13'],
  ['where Nunjucks says the line', '(./content/pages/x.njk) [Line 2, Column 2]\n  no', '6:2'],
])('a fault of a page of the newsroom’s own is located %s', async (_, reason, at) => {
  expect(await report(reason, { 'content/pages/x.njk': template })).toContain(`content/pages/x.njk:${at} `)
})

test.each([
  ['YAML', '_data/menu.yaml', 'a: 1\nb: [1\n', '2:4 the bracket of line 2 is never closed'],
  ['JSON', '_data/menu.json', '{ "a": 1,\n "b": }', '2:7 this is not JSON from here on'],
  [
    'JSON with a comma too many',
    '_data/menu.json',
    '{ "a": [1,\n2,\n] }',
    '3:1 this is not JSON from here on',
  ],
  ['JSON that ends early', '_data/menu.json', '{ "a": "b', '1:9 this is not JSON from here on'],
  [
    'a program',
    '_data/menu.js',
    'export default {\n b: ]\n}',
    '2:5 this program cannot be read: Unexpected "]"',
  ],
  [
    'front matter',
    'content/pages/x.md',
    '---\ntitle: [X\n---\n',
    '2:8 the bracket of line 2 is never closed',
  ],
  ['data of pages', 'content/pages/pages.json', '{ "layout" }', '1:12 this is not JSON from here on'],
])('%s that cannot be read is found, although Eleventy names no file', async (_, file, text, at) => {
  expect(await report('Unexpected token', { [file]: text })).toBe(`${file}:${at}`)
})

test('a program that fails is located by its trace', async () => {
  const text = 'export default () => {\n  throw new Error("no net")\n}\n'
  const trace = `Error: no net\n    at Module.default (file://${site.root}/_data/menu.js?v=2:2:9)`
  expect(await report('no net', { '_data/menu.js': text }, trace)).toBe(
    '_data/menu.js:2:9 this program failed: no net',
  )
})

test('a layout that is not there is named where the page asks for it', async () => {
  const files = { 'content/pages/x.md': '---\ntitle: X\nlayout: layouts/none.njk\n---\n' }
  expect(await report('a layout that does not exist: x (via `layout: layouts/none.njk`)', files)).toBe(
    'content/pages/x.md:3:9 there is no layout _includes/layouts/none.njk',
  )
})

test('a story that somebody saved meanwhile is named, and no layout', async () => {
  const story = 'content/stories/2024/10/24/calm.md'
  const said = nested(`Error: ${story} changed after it was checked; build again`)
  expect(await report(said, { [part]: '<p>' })).toBe(`${story}:1:1 ${story} changed after it was checked`)
})

test('other errors are nobody’s but ours', async () => {
  await expect(
    madeOrProblem(site.root, async () => {
      throw new Error('a bug')
    }),
  ).rejects.toThrow('a bug')
})
