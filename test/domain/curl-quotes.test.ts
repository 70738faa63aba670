// Straight marks as reporters type them, and what a copy editor makes of them.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { curlPieces, curlQuotes } from '../../src/domain/curl-quotes.ts'

const cases: readonly (readonly [kind: string, language: string, typed: string, right: string])[] = [
  // The Chicago Manual of Style 6.117: an apostrophe where figures or letters are left out, never an opening mark.
  ['decades', 'en', `The '80s and '90s were 'good'.`, 'The ’80s and ’90s were ‘good’.'],
  ['years', 'en', `the class of '45; the spirit of '68`, 'the class of ’45; the spirit of ’68'],
  ['a decade’s', 'en', `the '90s' best, in the '20s-era "hall"`, 'the ’90s’ best, in the ’20s-era “hall”'],
  ['a number quoted', 'en', `the series '24' and '1984'`, 'the series ‘24’ and ‘1984’'],
  ['n', 'en', `Rock 'n' roll, rock'n'roll, Guns N' Roses`, 'Rock ’n’ roll, rock’n’roll, Guns N’ Roses'],
  ['words cut short', 'en', `'Twas 'late', 'tis 'em 'til`, '’Twas ‘late’, ’tis ’em ’til'],
  ['cause', 'en', `'Cause we can. The 'hood is fine.`, '’Cause we can. The ’hood is fine.'],
  ['within', 'en', `It's five o'clock, y'all, O'Brien's`, 'It’s five o’clock, y’all, O’Brien’s'],
  ['plural possessive', 'en', `the boys' club, the "boys'" club`, 'the boys’ club, the “boys’” club'],
  ['behind a quotation', 'en', `"Rolling Stone"'s editor`, '“Rolling Stone”’s editor'],
  ['nested', 'en', `"He said 'no'," she wrote`, '“He said ‘no’,” she wrote'],
  ['nested at once', 'en', `"'No,' he said"; '"Yes," she said'`, '“‘No,’ he said”; ‘“Yes,” she said’'],
  ['nested elision', 'en', `"'Twas so," he said of "the '60s"`, '“’Twas so,” he said of “the ’60s”'],
  ['British', 'en-GB', `'It is "ours",' he said, 'all of it.'`, '‘It is “ours”,’ he said, ‘all of it.’'],
  ['dashes', 'en', `word—"quote"—word; "I was—" she said`, 'word—“quote”—word; “I was—” she said'],
  ['brackets', 'en', `("aside") ["sic"] "a"/"b"`, '(“aside”) [“sic”] “a”/“b”'],
  ['hyphens', 'en', `pre-"war"-time`, 'pre-“war”-time'],
  ['one that goes on', 'en', `He said: "The port is open.`, 'He said: “The port is open.'],
  ['one that went on', 'en', `"It closes at noon."`, '“It closes at noon.”'],
  ['one that only ends', 'en', `It opens at noon in 2030."`, 'It opens at noon in 2030.”'],
  ['single, goes on', 'en', `He said: 'The port is open.`, 'He said: ‘The port is open.'],
  [
    'feet and inches',
    'en',
    `6'2", 5' 11", a 12" record, a 30' boat`,
    '6′2″, 5′ 11″, a 12″ record, a 30′ boat',
  ],
  ['inches quoted', 'en', `"He is 6'2" tall," she said`, '“He is 6′2″ tall,” she said'],
  ['a year quoted', 'en', `in "1984", in '1984'; "born in 1984"`, 'in “1984”, in ‘1984’; “born in 1984”'],
  ['nothing to tell by', 'en', `a " b ' c a"b`, `a " b ' c a"b`],
  ['mixed with curly', 'en', `“It's so", he wrote in “1990"`, '“It’s so”, he wrote in “1990”'],
  // Imprimerie nationale: guillemets with narrow no-break spaces; apostrophes within words.
  [
    'French',
    'fr',
    `Il a dit "l'eau 'douce'" aujourd'hui`,
    'Il a dit «\u202fl’eau “douce”\u202f» aujourd’hui',
  ],
  ['French elision', 'fr', `L'"Équipe" de l'été '98`, 'L’«\u202fÉquipe\u202f» de l’été ’98'],
  // Duden, rules for Anführungszeichen and Apostroph.
  ['German', 'de-AT', `"Das ist 'gut'", sagte er.`, '„Das ist ‚gut‘“, sagte er.'],
  ['German, cut short', 'de', `Ich hab 'ne Frage: geht's?`, 'Ich hab ’ne Frage: geht’s?'],
  // Taalunie: 's avonds, 's-Gravenhage, 't.
  ['Dutch', 'nl', `'s Avonds in 's-Gravenhage is 't "mooi"`, '’s Avonds in ’s-Gravenhage is ’t “mooi”'],
  ['Italian', 'it', `"un'altra 'cosa'" dell'"Avvenire"`, '«un’altra “cosa”» dell’«Avvenire»'],
  ['Italian words', 'it', `la 'ndrangheta negli anni '80`, 'la ’ndrangheta negli anni ’80'],
  ['Spanish', 'es', `"Es 'bueno'", dijo. ¿"Qué"?`, '«Es “bueno”», dijo. ¿«Qué»?'],
  ['Swedish', 'sv', `"Hej", sa hon, 'ja'`, '”Hej”, sa hon, ’ja’'],
  ['Polish', 'pl', `"Dzień 'dobry'"`, '„Dzień «dobry»”'],
  ['Ukrainian', 'uk', `м'яч, "слово 'два'"`, 'м’яч, «слово „два“»'],
  ['Hindi', 'hi', `"नमस्ते," उसने कहा, "'अच्छा' है।"`, '“नमस्ते,” उसने कहा, “‘अच्छा’ है।”'],
  ['Marathi', 'mr', `"बंद '24' पर्यंत"`, '“बंद ‘24’ पर्यंत”'],
  ['Arabic', 'ar', `قال "مرحبا" ثم`, 'قال ”مرحبا“ ثم'],
  // Academy of the Hebrew Language: gershayim before the last letter of an abbreviation, geresh behind a letter.
  ['Hebrew abbreviations', 'he', `צה"ל, דו"חות`, 'צה״ל, דו״חות'],
  ['Hebrew geresh', 'he', `ג'ירפה, וכו' אמר`, 'ג׳ירפה, וכו׳ אמר'],
  ['Hebrew prefix', 'he', `ב"הארץ" נכתב`, 'ב”הארץ” נכתב'],
  // ʻOkina: Unicode 02BB, as the Hawaii Board on Geographic Names writes it.
  ['Hawaiian', 'haw', `Hawai'i, O'ahu, 'ōlelo`, 'Hawaiʻi, Oʻahu, ʻōlelo'],
  ['Uzbek', 'uz', `O'zbekiston, g'oya`, 'Oʻzbekiston, gʻoya'],
  // W3C, Requirements for Chinese, Japanese, Korean and Thai text layout: no spaces beside marks.
  ['Chinese', 'zh', `他说"你好"。又说"再见"，然后`, '他说“你好”。又说“再见”，然后'],
  ['Chinese of Taiwan', 'zh-TW', `他說"你好"。又說"再見"，然後`, '他說「你好」。又說「再見」，然後'],
  ['Japanese', 'ja', `彼は"こんにちは"と、'はい'と`, '彼は「こんにちは」と、『はい』と'],
  ['Korean', 'ko', `그는 "안녕"이라고, '네'라고`, '그는 “안녕”이라고, ‘네’라고'],
  ['Thai', 'th', `เขาพูดว่า"สวัสดี"แล้ว`, 'เขาพูดว่า“สวัสดี”แล้ว'],
]

test.each(cases)('%s (%s): %s', (_kind, language, typed, right) =>
  expect(curlQuotes(typed, language)).toBe(right),
)

const languages = [...new Set(cases.map(([, language]) => language)), 'hu', 'no', 'und']
const piece = fc.constantFrom(
  ...`' " ' " ' " a B s n 80 6 2 , . : ; ! ? ( ) — - / „ “ ” ’ « » é 你 は ไ ה ב क`.split(' '),
  ' ',
  '\n',
  '\u202f',
)
const typedText = fc.array(piece, { maxLength: 30 }).map(parts => parts.join(''))
const marks = /['"‘’‚“”„«»‹›「」『』׳״′″ʻ\u202f]/g

describe('whatever is typed', () => {
  const holds = (check: (text: string, language: string) => void) => {
    const property = fc.property(typedText, fc.constantFrom(...languages), (text, language) => {
      check(text, language)
    })
    fc.assert(property, { numRuns: 3000 })
  }

  test('no other character changes', () =>
    holds((text, language) =>
      expect(curlQuotes(text, language).replace(marks, '')).toBe(text.replace(marks, '')),
    ))

  test('what is curled is not curled again', () =>
    holds((text, language) => {
      const once = curlQuotes(text, language)
      expect(curlQuotes(once, language)).toBe(once)
    }))

  test('a text without straight marks stays as it is', () =>
    holds((text, language) => {
      const without = text.replace(/['"]/g, '')
      expect(curlQuotes(without, language)).toBe(without)
    }))

  test('a text in pieces is curled as the whole, but for what is fixed', () =>
    holds((text, language) => {
      const half = Math.floor(text.length / 2)
      const pieces = [text.slice(0, half), text.slice(half)].map(part => ({ text: part, isFixed: false }))
      expect(curlPieces(pieces, language).join('')).toBe(curlQuotes(text, language))
      const code = { text: `it's "code"`, isFixed: true }
      expect(curlPieces([...pieces, code], language).at(-1)).toBe(code.text)
    }))
})

test('a long text of nothing but marks is read once', () => {
  for (const marks of [`"'`, '“', '’"', '1"', `"a'b`])
    expect(curlQuotes(`${marks.repeat(100_000)}'`, 'en').length).toBe(marks.length * 100_000 + 1)
})
