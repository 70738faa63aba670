import { describe, expect, test } from 'vitest'
import { faultsOf } from '../../rig/faults-of.ts'

describe('braces that would stand on the page as they are written', () => {
  test.each([
    ['a language in words', '[Zeitgeist]', '{lang=german}'],
    ['no language', '[Zeitgeist]', '{lang}'],
    ['a language left out', '[Zeitgeist]', '{lang=}'],
    ['a quotation mark left out', '[Zeitgeist]', '{lang="de}'],
    ['a second language', '[Zeitgeist]{lang=de}', '{lang=fr}'],
    ['a language of no words', '\\[Zeitgeist]', '{lang=de}'],
    ['a class', '[red]', '{.red}'],
    ['a place', '[here]', '{#here}'],
    ['a style', '[red]', '{style="color: red"}'],
    ['more than a language', '[Zeitgeist]', '{lang=de .red}'],
    ['a class of a link', '[here](/world/)', '{.button}'],
    ['the form of Jekyll', '[here](/world/)', '{:target="_blank"}'],
  ])('%s', (_what, words, braces) => {
    expect(faultsOf(`One.\n\nTwo ${words}${braces} three.\n`)).toEqual([
      { code: 'braces-unknown', at: `9:${5 + words.length}`, words: braces },
    ])
  })
})

describe('no fault', () => {
  test.each([
    '[Zeitgeist]{lang=de}',
    'The set {a, b}, [a] {b}, [a]{b}',
    '`{{ page.title }}` and `{% raw %}`',
    '`[a]{.red}`',
    '[a]\\{.red}',
    'a{.red}',
  ])('%s', text => expect(faultsOf(`${text}\n`)).toEqual([]))
})
