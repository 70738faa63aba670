import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changedWords } from '../../../src/validate/edits/changed-words.ts'
import { shownWords } from '../../../src/validate/edits/shown-words.ts'
import { weightyWord } from '../../../src/validate/edits/weighty-words.ts'

const words = (text: string) => shownWords(text).map(word => word.text)
const changes = (before: string, after: string) => changedWords(shownWords(before), shownWords(after))
const weighty = (before: string, after: string, language = 'en') =>
  weightyWord(changes(before, after), language)

describe('What readers see of a text', () => {
  test.each([
    ['Ten dead — “so far”, police say…', 'Ten dead, "so far" police say'],
    ['A  line\nand another.', 'A line and another!'],
    ['It’s rock ’n’ roll', "It's rock 'n' roll"],
    ['café', 'cafe\u0301'],
  ])('%j and %j are the same words', (one, other) => {
    expect(words(one)).toEqual(words(other))
  })

  test.each([
    ['ten dead', 'four dead'],
    ['−5 °C', '5 °C'],
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

describe('A change is never minor', () => {
  test.each([
    ['of a figure', 'There were 10 dead', 'There were 4 dead', 'en'],
    ['of a figure in words', 'There were ten dead', 'There were four dead', 'en'],
    ['of a figure in words with a hyphen', 'In twenty-two towns', 'In all towns', 'en'],
    ['of a name', 'It was Meera Nair who came', 'It was Meera Menon who came', 'en'],
    ['of a denial', 'He will resign', 'He will not resign', 'en'],
    ['of a short denial', 'He did resign', 'He didn’t resign', 'en'],
    ['of a denial in German', 'Er tritt zurück', 'Er tritt nicht zurück', 'de'],
    ['of a denial in Hindi', 'वह इस्तीफा देंगे', 'वह इस्तीफा नहीं देंगे', 'hi'],
    ['of a denial in Chinese', '他会辞职', '他不会辞职', 'zh'],
    ['of a denial in a language without a list', 'Hän eroaa', 'Hän ei eroaa not', 'fi'],
  ])('%s', (_what, before, after, language) => {
    expect(weighty(before, after, language)).not.toBeNull()
  })

  test.each([
    ['of a spelling', 'the goverment said', 'the government said'],
    ['of the first word of a sentence', 'It rained. Then it stopped.', 'It rained. Later it stopped.'],
  ])('but it is %s', (_what, before, after) => {
    expect(weighty(before, after)).toBeNull()
  })
})

test('a text that is another one altogether is one change', () => {
  const text = (word: string) => Array.from({ length: 2000 }, (_, at) => `${word}${at}`).join(' ')
  expect(changes(text('a'), text('b'))).toHaveLength(1)
})
