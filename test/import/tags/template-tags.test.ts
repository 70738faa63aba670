import { describe, expect, it } from 'vitest'
import { createTagCounts } from '../../../src/import/report/count-tags.ts'
import { createNotes } from '../../../src/import/report/note.ts'
import { eleventy } from '../../../src/import/sources/eleventy.ts'
import { hugo } from '../../../src/import/sources/hugo.ts'
import { type TagMeaning, tagKey } from '../../../src/import/tags/tag-meanings.ts'
import { convertBody } from '../../../src/import/text/convert-body.ts'
import type { BodyFormat } from '../../../src/import/text/text-dialect.ts'

const turn = (
  body: string,
  said: Readonly<Record<string, TagMeaning>> = {},
  format: BodyFormat = 'markdown',
) => {
  const { notes, addNote } = createNotes()
  const counts = createTagCounts()
  const text = convertBody(body, {
    dialect: body.includes('{%') ? eleventy : hugo,
    format,
    title: 'Ferry',
    fieldText: () => null,
    addressOfFile: name => (name === 'pier.md' ? '/world/2024/10/24/pier/' : null),
    meanings: new Map(Object.entries(said).map(([name, meaning]) => [tagKey(name), meaning])),
    countUnknown: counts.count,
    addNote,
  })
  return { text: text.trim(), remarks: counts.remarks(), notes: notes.map(({ detail }) => detail).join('\n') }
}

describe('A template tag that its arguments explain needs no word of an editor:', () => {
  it.each([
    ['{{< legacy-img src="a.jpg" alt="A pier" >}}', '![A pier](a.jpg)'],
    [
      '{{< card src="a.jpg" alt="A" caption="At dawn." credit="Jane Doe" >}}',
      '![A](a.jpg "At dawn. · Jane Doe")',
    ],
    ['{% image "a.jpg" "A page: "Huge "port" is shut"" %}', '![A page: "Huge "port" is shut"](a.jpg)'],
    ['{% image "a.jpg" "The "piers and ports" list" %}', '![The "piers and ports" list](a.jpg)'],
    ['{% image_with_class "a.jpg" "small right" "A pier of wood" %}', '![A pier of wood](a.jpg)'],
    ['{% image "a.jpg" "width-400px" "A pier" %}', '![A pier](a.jpg)'],
    ['{% card src="a.jpg", alt="A pier" %}', '![A pier](a.jpg)'],
    ['{{< player url="https://vimeo.com/123" >}}', 'https://vimeo.com/123'],
    ['{{< youtube id="abcdefghijk" >}}', 'https://www.youtube.com/watch?v=abcdefghijk'],
    ['{% liteyoutube "z-uzlR52HOw" %}', 'https://www.youtube.com/watch?v=z-uzlR52HOw'],
    ['{{< spotify "episode/1abc" >}}', 'https://open.spotify.com/episode/1abc'],
    ['{{< button href="/a/" >}}Read *this*{{< /button >}}', '[Read *this*](/a/)'],
    ['{% link "pier.md" %}', '/world/2024/10/24/pier/'],
    ['{{< toc >}}\n\na', 'a'],
  ])('%s', (body, markdown) => expect(turn(body).text).toBe(markdown))
})

describe('A template tag is what an editor says:', () => {
  it.each<[string, Record<string, TagMeaning>, string]>([
    ['{{< legacy_img "a.jpg" "A pier" >}}', { 'legacy-img': 'picture' }, '![A pier](a.jpg)'],
    [
      '{{< note >}}\nThe **pier**.\n{{< /note >}}',
      { note: 'facts' },
      '::: facts Note\n\nThe **pier**.\n\n:::',
    ],
    ['{{< note >}}\n## Piers\n\n- a\n{{< /note >}}', { note: 'facts' }, '::: facts Piers\n\n- a\n\n:::'],
    ['{% note "Piers" %}\n- a\n{% endnote %}', { note: 'facts' }, '::: facts Piers\n\n- a\n\n:::'],
    ['a {% x %}b{% endx %} c', { x: 'drop' }, 'a  c'],
    ['a {{% x 1 %}}*b*{{% /x %}} c', { x: 'text' }, 'a *b* c'],
    [
      '{{< card-quote text="Never." author="Jane Doe" >}}',
      { 'card-quote': 'quote' },
      '> Never.\n>\n> — Jane Doe',
    ],
    ['{{< q >}}One.\n\nTwo.{{< /q >}}', { q: 'quote' }, '> One.\n>\n> Two.'],
    ['{{< more "/a/" "Read on" >}}', { more: 'link' }, '[Read on](/a/)'],
    ['{{< film "https://x.example/1" >}}', { film: 'embed' }, '[https://x.example/1](https://x.example/1)'],
    ['{% include parts/note.html text="a" %}', { note: 'text' }, 'a'],
    ['{{< out >}}a {{< in >}}b{{< /in >}}{{< /out >}}', { in: 'drop', out: 'text' }, 'a'],
    ['`{{< x >}}`', { x: 'drop' }, '`{{< x >}}`'],
  ])('%s', (body, said, markdown) => expect(turn(body, said).text).toBe(markdown))

  it('in a page of HTML as well', () => {
    const body = '<p>a</p>{% note "Piers & more" %}<p>*b*</p>{% endnote %}<p>c</p>'
    expect(turn(body, { note: 'facts' }, 'html').text).toBe(
      'a\n\n::: facts Piers & more\n\n\\*b\\*\n\n:::\n\nc',
    )
  })

  it('and what goes with it is told', () =>
    expect(turn('{{< x "a" >}}b{{< /x >}}', { x: 'drop' }).notes).toContain('drop: a b'))
})

it('What is left is counted by its name, with one line that says how to mend it', () =>
  expect(turn('{{< b 1 >}} {{< b 2 >}} {{< c >}}d{{< /c >}}').remarks).toEqual([
    '2 × {{< b >}} stays as text',
    '1 × {{< c >}} stays as text',
    'Say what a tag stands for, and import again: --tag b=text (or picture, embed, link, facts, quote, drop)',
  ]))
