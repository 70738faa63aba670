import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { render, tagsOf } from '../rig/markdown.ts'

describe('words of another language say so', () => {
  test.each([
    ['[Schadenfreude]{lang=de}', '<span lang="de" dir="ltr">Schadenfreude</span>'],
    ['[خبر عاجل]{lang=ar-EG}', '<span lang="ar-EG" dir="rtl">خبر عاجل</span>'],
    ['[zachte *g*]{lang="nl"}', '<span lang="nl" dir="ltr">zachte <em>g</em></span>'],
    ['[a [b] c]{ lang=fr }', '<span lang="fr" dir="ltr">a [b] c</span>'],
    ['*[Zeitgeist]{lang=de}*', '<em><span lang="de" dir="ltr">Zeitgeist</span></em>'],
    ['[[Zeit](/zeit/)]{lang=de}', '<span lang="de" dir="ltr"><a href="/zeit/">Zeit</a></span>'],
    ['[die [Zeit]{lang=de}](/zeit/)', '<a href="/zeit/">die <span lang="de" dir="ltr">Zeit</span></a>'],
  ])('%s', (text, html) => expect(render(text)).toBe(`<p>${html}</p>\n`))
})

describe('anything else in braces stays text', () => {
  test.each([
    '[a]{lang=german}',
    '[a]{lang=de-1996-1996}',
    '[a]{lang}',
    '[a]{lang=}',
    '[a]{.red}',
    '[a]{#top}',
    '[a]{class=red}',
    '[a]{lang=de .red}',
    '[a]{lang=de onclick=alert(1)}',
    '[a]{lang=de style=color:red}',
    '[a]{LANG=de}',
    '[a] {lang=de}',
    '[a]{ b }',
    'a{lang=de}',
    '{lang=de}',
    '{{ lang }}',
    'The set {a, b}',
    '`[a]{lang=de}`',
  ])('%s', text => {
    expect(render(text)).not.toContain('<span')
    expect(render(text)).toContain(text.replaceAll('`', ''))
  })
})

test('no attribute gets through but a language and its direction', () => {
  const piece = fc.constantFrom(
    '[a]',
    '[',
    ']',
    '{',
    '}',
    'lang',
    '=',
    'de',
    'ar',
    '"',
    "'",
    ' ',
    'style',
    'onclick',
    'alert(1)',
    '.x',
    '#y',
    '<b>',
    '>',
    '`',
    '*',
    '\n',
  )
  const property = fc.property(fc.array(piece, { maxLength: 14 }), pieces => {
    for (const { name, attributes } of tagsOf(render(`x ${pieces.join('')}`)))
      if (name === 'span') expect(attributes).toMatch(/^(?: lang="(?:de|ar)(?:-\w+)*" dir="(?:ltr|rtl)")?$/)
  })
  fc.assert(property, { numRuns: 2000 })
})
