import { describe, expect, it } from 'vitest'
import { createTagCounts } from '../../../src/import/report/count-tags.ts'
import { createNotes } from '../../../src/import/report/note.ts'
import { jekyll } from '../../../src/import/sources/jekyll.ts'
import { type LiquidScope, liquidValues } from '../../../src/import/tags/liquid-values.ts'
import { convertBody } from '../../../src/import/text/convert-body.ts'

const boats = [
  { name: 'Heron', metres: 12, url: { pdf: 'https://x.example/heron.pdf' } },
  { name: 'Tern', metres: 8.5 },
]
const names = {
  site: { title: 'The Gazette', harbour: { town: 'Neelam' }, url: '', data: { boats } },
  page: { title: 'Ferry', lang: 'fr', crew: ['Asha', 'Ravi'] },
}
const mayHave: LiquidScope['mayHave'] = ([root, name]) => root === 'site' && name === 'posts'

const turn = (body: string) => {
  const { notes, addNote } = createNotes()
  const counts = createTagCounts()
  const text = convertBody(body, {
    ...{ dialect: jekyll, format: 'markdown', title: 'Ferry', addNote, countUnknown: counts.count },
    ...{ fieldText: () => null, addressOfFile: () => null, values: liquidValues({ names, mayHave }) },
  })
  return { text: text.trim(), left: counts.remarks().length, notes: notes.map(({ detail }) => detail) }
}

describe('A tag of Liquid is what the data of the old site says:', () => {
  it.each([
    ['{{ site.title }} in {{ site.harbour.town | upcase }}', 'The Gazette in NEELAM'],
    ['{{ site.data.boats[1].metres }} metres', '8.5 metres'],
    [
      '{% assign boat = site.data.boats | where: "name", "Heron" | first %}\n[{{ boat.name }}]({{ boat.url.pdf }})',
      '[Heron](https://x.example/heron.pdf)',
    ],
    ['    {{ page.title }}', '```\nFerry\n```'],
    ['`{{ page.title }}` and {% raw %}{{ page.title }}{% endraw %}', '`Ferry` and {{ page.title }}'],
    ['[a]({{ "/a/" | relative_url }}) [b]({{ site.url }}/b/)', '[a](/a/) [b](/b/)'],
    ['{% capture who %}{{ page.crew | join: ", " }}{% endcapture %}By {{ who }}', 'By Asha, Ravi'],
    ['{% if page.lang == "fr" %}Bac{% elsif page.lang %}Boat{% else %}Ferry{% endif %}', 'Bac'],
    ['{% if page.none %}a{% else %}b{% endif %}', 'b'],
    ['{% unless page.crew contains "Ravi" %}a{% else %}b{% endunless %}', 'b'],
    ['{% case page.lang %}{% when "de", "fr" %}a{% else %}b{% endcase %}', 'a'],
    [
      '{% for boat in site.data.boats %}{% if boat.url %}{{ forloop.index }} {{ boat.name }}{% else %}, {{ boat.name }}{% endif %}{% endfor %}',
      '1 Heron, Tern',
    ],
    ['{% for each in page.crew %}- {{ each }}\n{% endfor %}', '- Asha\n- Ravi'],
  ])('%s', (body, text) => {
    expect(turn(body)).toMatchObject({ text, left: 0 })
  })

  it('and words that a condition hid are named in the report', () => {
    expect(turn('{% if page.lang == "de" %}Nur hier.{% endif %}Ferry').notes).toEqual(['Nur hier.'])
  })
})

describe('A tag of Liquid stays as it is written where data does not decide:', () => {
  it.each([
    '{{ site.none }} {{ other }}',
    '{{ page.title | shout }}',
    '{{ "now" | date: "%Y" }}',
    '{{ site.data.boats }}',
    '{% if user %}a{% else %}b{% endif %}',
    '{% if site.posts %}a{% endif %}',
    '{% if page.lang == "fr" %}a',
    '{% for post in site.posts %}{{ post.title }}{% endfor %}',
    '{% for n in (1..900000000) %}{{ n }}{% endfor %}',
    '{% for n in page.crew limit:1 %}{{ n }}{% endfor %}',
    '{% for n in page.crew %}{% break %}{% endfor %}',
    '{% if user %}{% assign a = 1 %}{% else %}{% assign a = 2 %}{% endif %}{{ a }}',
    '{% assign page = user %}{{ page.title }}',
  ])('%s', body => {
    const { text, left } = turn(body)
    expect(text).toContain('{')
    expect(left).toBeGreaterThan(0)
  })

  it('also a thousand of them that nothing ends', () => {
    const open = '{% if page.none %}{% for a in page.crew %}x {{ a }} {% if user %}\n\n'
    expect(turn(open.repeat(1000)).text.split('{% if user %}')).toHaveLength(1001)
  })

  it('and a thousand beside each other are filled', () => {
    expect(turn('{% if page.lang %}a{% endif %}\n\n'.repeat(1000)).text.match(/a/g)).toHaveLength(1000)
  })
})
