import { describe, expect, test } from 'vitest'
import type { Layouts } from '../../src/render/minify-layouts.ts'
import { styleHashes as styleHashesOf } from '../../src/render/style-hashes.ts'
import { hashForPolicy } from '../../src/system/digest.ts'
import { newsroomOf } from '../rig/small-newsroom.ts'

const { newsroom } = newsroomOf({})
const styleHashes = (layouts: Layouts) => styleHashesOf(layouts, newsroom)

const base =
  '<style>{% include "css/base.css" %}{% block style %}p{}{% endblock %}</style>{% block main %}{% endblock %}'
const layoutsWith = (story: string, more: Readonly<Record<string, string>> = {}): Layouts =>
  new Map(
    Object.entries({ 'css/base.css': 'a{}', 'css/story.css': 'b{}', 'layouts/story.njk': story, ...more }),
  )

/** The hashes of styles with these texts. */
const of = (...texts: string[]) => texts.map(hashForPolicy).sort()

test('a style is named as a browser names it', () => {
  // CSP level 3, 2.3.1: base64 of the SHA-256 of what stands between the tags.
  expect(styleHashes(layoutsWith('<style>p{}</style>'))).toEqual([
    'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y=',
  ])
})

describe('every style that a page can have is known', () => {
  test.each([
    ['the layout’s own', '<style>p{}</style>', ['p{}']],
    ['with attributes', '<p><STYLE media="print">p{}</STYLE >', ['p{}']],
    ['an included file', '<style>{% include "css/base.css" %}i{}</style>', ['a{}i{}']],
    ['several', '<style>p{}</style><style>i{}</style>', ['p{}', 'i{}']],
    ['with an if', '<style>a{}{% if x %}b{}{% endif %}c{}</style>', ['a{}b{}c{}', 'a{}c{}']],
    [
      'with an if and others',
      '<style>{% if x %}a{}{% elif y %}b{}{% else %}c{}{% endif %}</style>',
      ['a{}', 'b{}', 'c{}'],
    ],
    [
      'with two ifs',
      '<style>{% if x %}a{}{% endif %}{% if y %}b{}{% endif %}</style>',
      ['', 'a{}', 'b{}', 'a{}b{}'],
    ],
    ['in an if', '{% if x %}<style>a{}</style>{% else %}<style>b{}</style>{% endif %}', ['a{}', 'b{}']],
    ['in a loop', '{% for x in y %}<style>a{}</style>{% endfor %}', ['a{}']],
    ['in an included part', '{% include "parts/own.njk" %}', ['o{}']],
    ['beside what only rendering tells', '{{ title }}<style>a{}</style>{% set x = 1 %}', ['a{}']],
    ['that follows from the site', '<style>:lang({{ site.language }}){}</style>', [':lang(en-IN){}']],
    [
      'that filters make of it',
      '{% set d = site.language | directionOf %}<style>{{ d }}{% if d == "ltr" %}a{}{% else %}b{}{% endif %}</style>',
      ['ltra{}'],
    ],
    [
      'that depends on the site first',
      '<style>{% if site.language | isTallScript or (story and story.x) %}a{}{% endif %}</style>',
      ['', 'a{}'],
    ],
    ['that does not depend on more', '<style>{% if site.name or story %}a{}{% endif %}</style>', ['a{}']],
    ['escaped as it is printed', '<style>{% set x = "<&>" %}{{ x }}</style>', ['&lt;&amp;&gt;']],
    ['trimmed', '<style>\n{%- if x -%}\n a{}\n{%- endif -%}\n</style>', ['', 'a{}']],
  ])('%s', (_, layout, styles) => {
    const parts = { 'parts/own.njk': '<style>o{}</style>' }
    expect(styleHashes(layoutsWith(layout, parts))).toEqual(of(...styles))
  })

  test('in the layout that it extends, with its own blocks', () => {
    const own = '{% extends "layouts/base.njk" %}{% block style %}{% include "css/story.css" %}{% endblock %}'
    expect(styleHashes(layoutsWith(own, { 'layouts/base.njk': base }))).toEqual(of('a{}p{}', 'a{}b{}'))
  })

  test('with what the block was, and through two layouts', () => {
    const middle = '{% extends "layouts/base.njk" %}{% block style %}{{ super() }}m{}{% endblock %}'
    const own = '{% extends "layouts/middle.njk" %}{% block style %}{{ super() }}o{}{% endblock %}'
    const layouts = layoutsWith(own, { 'layouts/base.njk': base, 'layouts/middle.njk': middle })
    expect(styleHashes(layouts)).toEqual(of('a{}p{}', 'a{}p{}m{}', 'a{}p{}m{}o{}'))
  })
})

describe('a style that only rendering tells is not known', () => {
  test.each([
    ['a value', '<style>a{color:{{ color }}}</style>'],
    ['a file whose name is a value', '<style>{% include name %}</style>'],
    ['a macro’s', '{% macro m() %}<style>a{}</style>{% endmacro %}'],
    [
      'of a layout whose name is a value',
      '{% extends name %}{% block style %}<style>a{}</style>{% endblock %}',
    ],
    [
      'a value of the page that has a site’s name',
      '{% for site in x %}<style>{{ site.name }}</style>{% endfor %}',
    ],
    [
      'a value that may be another',
      '{% set x = 1 %}{% if y %}{% set x = 2 %}{% endif %}<style>{{ x }}</style>',
    ],
    ['a value that is made of text', '{% set x %}a{% endset %}<style>{{ x }}</style>'],
    ['a filter of a page’s value', '<style>{{ story.language | directionOf }}</style>'],
    ['a filter that fails', '<style>{{ site.name | readerDate }}</style>'],
    ['too many ifs', `<style>${'{% if x %}a{}{% endif %}b{}'.repeat(7)}</style>`],
    ['of files that include each other', '<style>{% include "layouts/story.njk" %}</style>'],
    ['of a layout that is broken', '<style>a{}</style>{% if %}'],
    ['of a style that never ends', '<style>a{}'],
  ])('%s', (_, layout) => expect(styleHashes(layoutsWith(layout))).toEqual([]))

  test.each([
    ['{% if x %}a{}{% else %}{{ y }}{% endif %}', 'a{}'],
    ['{% for x in y %}b{}{% endfor %}', ''],
  ])('but for the way in which it is: %s', (layout, style) =>
    expect(styleHashes(layoutsWith(`<style>${layout}</style>`))).toEqual(of(style)),
  )
})

test('the same layouts give the same list, whatever their order', () => {
  const layouts = layoutsWith('<style>x{}</style>', { 'layouts/base.njk': base })
  expect(styleHashes(new Map([...layouts].reverse()))).toEqual(styleHashes(layouts))
})

test('only layouts make pages', () =>
  expect(styleHashes(new Map([['parts/own.njk', '<style>a{}</style>']]))).toEqual([]))
