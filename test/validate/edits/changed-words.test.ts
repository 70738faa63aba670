import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changedWords } from '../../../src/validate/edits/changed-words.ts'
import { shownWords } from '../../../src/validate/edits/shown-words.ts'
import { partsOfStory } from '../../../src/validate/edits/story-parts.ts'
import { storyOf } from '../../rig/small-newsroom.ts'

const words = (text: string) => shownWords(text).map(word => word.text)
const changes = (before: string, after: string) => changedWords(shownWords(before), shownWords(after))

describe('What readers see of a text', () => {
  test.each([
    ['Ten dead — “so far”, police say…', 'Ten dead, "so far" police say'],
    ['A  line\nand another.', 'A line and another!'],
    ['It’s rock ’n’ roll', "It's rock 'n' roll"],
    ['café', 'cafe\u0301'],
    ['Donaudampfschiff', 'Donau\u00addampf\u00adschiff'],
    ['a longword', 'a long\u200bword'],
    ['5 km', '5\u2060 km'],
    ['10 000 people', '10\u00a0000 people'],
    ['1\u00a0010\u00a0000 people', '1\u202f010\u202f000 people'],
    ['in 2020 300 people', 'in 2020\u00a0300 people'],
    ['a well-known man', 'a well\u2011known man'],
    ['the first office', 'the \ufb01rst o\ufb03ce'],
    ['a ❤', 'a ❤\ufe0f'],
    ['open 10-15 daily', 'open 10–15 daily'],
    ['−5 °C', '-5 °C'],
    ['５ things', '5 things'],
    ['He went -- and came', 'He went — and came'],
  ])('%j and %j are the same words', (one, other) => {
    expect(words(one)).toEqual(words(other))
  })

  test.each([
    ['ten dead', 'four dead'],
    ['−5 °C', '5 °C'],
    ['–3 degrees', '3 degrees'],
    ['±3 degrees', '3 degrees'],
    ['≥ 5 metres', '≤ 5 metres'],
    ['x < 5', 'x > 5'],
    ['≈5 long', '=5 long'],
    ['3×4', '3÷4'],
    ['prices ↑', 'prices ↓'],
    ['open ✓', 'open ✗'],
    ['the vote 👍', 'the vote 👎'],
    ['5′ long', '5″ long'],
    ['5 m²', '5 m³'],
    ['pages 10–15', 'pages 10, 15'],
    ['10 000', '10 000 000'],
    ['$5m', '€5m'],
    ['10,000', '100,00'],
    ['5 %', '5'],
    ['10:30', '11:30'],
    ['十人死亡', '四人死亡'],
    ['He can', "He can't"],
  ])('%j and %j are not', (one, other) => {
    expect(words(one)).not.toEqual(words(other))
  })

  test('what changed goes from one text to the other, whatever they say', () => {
    const text = fc.array(fc.constantFrom('ten', 'four', 'dead', 'police', 'say', '5', 'not'), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const found = changes(before.join(' '), after.join(' '))
        expect(found.length === 0).toBe(before.join(' ') === after.join(' '))
        const gone = found.flatMap(run => run.before).length
        const come = found.flatMap(run => run.after).length
        expect(before.length - gone).toBe(after.length - come)
      }),
    )
  })
})

test('a text that is another one altogether is one change', () => {
  const text = (word: string) => Array.from({ length: 2000 }, (_, at) => `${word}${at}`).join(' ')
  expect(changes(text('a'), text('b'))).toHaveLength(1)
})

describe('In the text readers also see', () => {
  const seen = (body: string) =>
    shownWords(partsOfStory(storyOf(), `---\n---\n${body}\n`, [], path => path).text).map(({ text }) => text)

  test.each([
    ['what is struck out', 'He is ~~not~~ guilty', 'He is not guilty'],
    ['the number at which a list begins', '1. Asha\n2. Ravi', '5. Asha\n6. Ravi'],
    ['entities', 'It is &frac12; full', 'It is &frac14; full'],
  ])('%s', (_what, one, other) => {
    expect(seen(one)).not.toEqual(seen(other))
  })

  test('but no soft hyphen', () => {
    expect(seen('The Donau&shy;dampfschiff')).toEqual(seen('The Donaudampfschiff'))
  })
})
