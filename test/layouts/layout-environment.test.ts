import { describe, expect, test } from 'vitest'
import { createLayoutEnvironment, missingValueIn } from '../../src/layouts/layout-environment.ts'

const render = (layouts: Record<string, string>, data: object = {}) => {
  const shout = (text: string) => text.toUpperCase()
  const environment = createLayoutEnvironment(new Map(Object.entries(layouts)), { shout })
  return environment.render('page.njk', data)
}
const page = (source: string, data?: object) => render({ 'page.njk': source }, data)

describe('what a layout prints', () => {
  test('is escaped, in text and in attributes', () => {
    expect(page('<p title="{{ words }}">{{ words }}</p>', { words: `<b>"Tom" & 'Ana'</b>` })).toBe(
      '<p title="&lt;b&gt;&quot;Tom&quot; &amp; &#39;Ana&#39;&lt;/b&gt;">&lt;b&gt;&quot;Tom&quot; &amp; &#39;Ana&#39;&lt;/b&gt;</p>',
    )
  })

  test('is data: braces in it are not read again', () => {
    expect(page('{{ title }}', { title: '{{ site.name }} {% raw %}' })).toBe('{{ site.name }} {% raw %}')
  })

  test('may go through filters, and is escaped behind them', () => {
    expect(page('{{ word | shout }}', { word: 'a & b' })).toBe('A &amp; B')
  })

  test('may be nothing, when it is there', () => {
    expect(page('[{{ words }}]', { words: '' })).toBe('[]')
    expect(page('[{{ count }}]', { count: 0 })).toBe('[0]')
  })
})

describe('what stops the build', () => {
  test.each([
    ['a name that is not there', '{{ titel }}'],
    ['a field that is not there', '{{ story.titel }}'],
    ['a field of what is not there', '{{ stroy.title }}'],
    ['null', '{{ story.dateline }}'],
  ])('printing %s', (_, source) => {
    const data = { story: { title: 'Storm', dateline: null } }
    expect(() => page(source, data)).toThrow(/null or undefined/)
  })

  test('a name that is not there, with the layout that prints it and not the one that was drawn in last', () => {
    const layouts = {
      'page.njk':
        '{% from "parts/card.njk" import card %}{% include "parts/crumbs.njk" %}\n<p>{{\n titel }}</p>',
      'parts/crumbs.njk': '{{ name }}',
      'parts/card.njk': '{% macro card(story) %}<p>{{ story.titel }}</p>{% endmacro %}',
    }
    const messageOf = (files: Record<string, string>): string | null => {
      try {
        return render(files, { name: 'Ana', story: {} })
      } catch (error) {
        return missingValueIn((error as Error).message)
      }
    }
    expect(messageOf(layouts)).toMatch('_includes/page.njk prints {{  titel }}, which is null or undefined;')
    expect(
      messageOf({ ...layouts, 'page.njk': layouts['page.njk'].replace('{{\n titel', '{{ card(story)') }),
    ).toMatch(/^_includes\/parts\/card\.njk prints/)
  })

  test('what is drawn in and cannot be read: it is never left out in silence', () => {
    const layouts = { 'page.njk': '<p>{% include "parts/card.njk" %}</p>' }
    for (const wrong of ['{% if a %}', '{{ a + }}', '{% nosuch %}', '{% include %}'])
      expect(() => render({ ...layouts, 'parts/card.njk': wrong }, {})).toThrow(
        /_includes\/parts\/card\.njk cannot be read: /,
      )
  })

  test('a filter that nobody wrote, named', () => {
    expect(() => page('{{ "a" | shuot }}')).toThrow(/filter not found: shuot/)
  })

  test.each([
    ['included', '{% include "parts/byline.njk" %}'],
    ['extended', '{% extends "parts/byline.njk" %}'],
    ['imported from', '{% from "parts/byline.njk" import byline %}'],
  ])('a missing part that is %s, named', (_, source) => {
    expect(() => page(source)).toThrow('there is no _includes/parts/byline.njk')
  })
})

test('asking whether a thing is there prints nothing, and stops nothing', () => {
  expect(page('{% if story.dateline %}{{ story.dateline }}{% else %}–{% endif %}', { story: {} })).toBe('–')
})

test('layouts extend and include each other by their names below _includes/', () => {
  const layouts = {
    'page.njk': '{% extends "layouts/base.njk" %}{% block main %}{% include "parts/a.njk" %}{% endblock %}',
    'layouts/base.njk': '<main>{% block main %}{% endblock %}</main>',
    'parts/a.njk': '{{ name }}',
  }
  expect(render(layouts, { name: 'Ana' })).toBe('<main>Ana</main>')
})
