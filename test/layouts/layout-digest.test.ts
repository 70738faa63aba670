import { describe, expect, test } from 'vitest'
import { createLayoutDigests, filesOfLayout } from '../../src/layouts/layout-digest.ts'
import { minifyLayouts } from '../../src/layouts/minify-layouts.ts'
import { readLayouts } from '../../src/read/read-layouts.ts'
import { projectRoot } from '../rig/site-folder.ts'

const layouts = new Map([
  ['layouts/base.njk', '{% include "css/base.css" %}{% block main %}{% endblock %}'],
  ['layouts/story.njk', '{% extends \'layouts/base.njk\' %}{%- import "parts/list.njk" as list -%}'],
  ['layouts/feed.njk', '<rss>{{ feed.title }}</rss>'],
  ['parts/list.njk', '{% from "parts/card.njk" import card %}{%include "css/list.css"%}'],
  ['parts/card.njk', '{% macro card() %}{% include "parts/list.njk" ignore missing %}{% endmacro %}'],
  ['css/base.css', 'body{}'],
  ['css/list.css', 'ul{}'],
])

describe('a layout includes', () => {
  test('what it names, and what that names, each once, also in a circle', () => {
    expect(filesOfLayout(layouts, 'layouts/story.njk')).toEqual([
      'css/base.css',
      'css/list.css',
      'layouts/base.njk',
      'layouts/story.njk',
      'parts/card.njk',
      'parts/list.njk',
    ])
  })

  test('nothing else', () => expect(filesOfLayout(layouts, 'layouts/feed.njk')).toEqual(['layouts/feed.njk']))

  test.each([
    ['{% include part %}'],
    ['{%- extends layout -%}'],
    ['{% include ["parts/card.njk", "parts/none.njk"] %}'],
    ['{% import "parts/" + name as part %}'],
    ['{% include name or "parts/card.njk" %}'],
    ['{% include "parts/card.njk" if isLong else "parts/list.njk" %}'],
  ])('%s could be any of them', source => {
    const some = new Map([...layouts, ['layouts/odd.njk', source]])
    expect(filesOfLayout(some, 'layouts/odd.njk')).toEqual([...some.keys()].sort())
  })

  test('a file that does not exist is left out; it fails when a page is made', () => {
    const some = new Map([['layouts/odd.njk', '{% include "parts/none.njk" %}']])
    expect(filesOfLayout(some, 'layouts/odd.njk')).toEqual(['layouts/odd.njk'])
  })
})

describe('the digest of a layout', () => {
  const digests = createLayoutDigests(layouts, 'facts')
  const changed = (name: string, layout: string) =>
    createLayoutDigests(new Map([...layouts, [name, `${layouts.get(name)} `]]), 'facts')(layout) !==
    digests(layout)

  test('changes with all that it includes', () => {
    for (const name of ['layouts/story.njk', 'layouts/base.njk', 'parts/card.njk', 'css/base.css'])
      expect(changed(name, 'layouts/story.njk'), name).toBe(true)
  })

  test('does not change with anything else', () => {
    expect(changed('layouts/feed.njk', 'layouts/story.njk')).toBe(false)
    expect(changed('css/base.css', 'layouts/feed.njk')).toBe(false)
  })

  test('changes with the facts about the site', () => {
    expect(createLayoutDigests(layouts, 'others')('layouts/feed.njk')).not.toBe(digests('layouts/feed.njk'))
  })

  test('changes when one part takes the text of another', () => {
    const swapped = new Map([...layouts, ['css/base.css', 'ul{}'], ['css/list.css', 'body{}']])
    expect(createLayoutDigests(swapped, 'facts')('layouts/story.njk')).not.toBe(digests('layouts/story.njk'))
  })
})

test('in the newsroom’s own layouts no include goes unseen, minified or not', async () => {
  const own = readLayouts(projectRoot)
  const minified = await minifyLayouts(own)
  for (const name of [...own.keys()].filter(file => /^(?:layouts|machine)\//.test(file))) {
    const included = filesOfLayout(minified, name)
    expect(included).toEqual(filesOfLayout(own, name))
    const named = included.flatMap(file => [
      ...(minified.get(file) ?? '').matchAll(/"((?:parts|css|layouts)\/[^"]+)"/g),
    ])
    for (const [, other = ''] of named) expect(included, name).toContain(other)
  }
})
