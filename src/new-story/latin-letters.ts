// A headline of any script in Latin letters, as the language of the site spells it in addresses.

import anyAscii from 'any-ascii'
import { withSpokenVowels } from './indic-letters.ts'

/** "å aa, ø oe" */
const lettersOf = (pairs: string): ReadonlyMap<string, string> =>
  new Map(
    pairs.split(', ').map((pair): [string, string] => {
      const [letter = '', latin = ''] = pair.split(' ')
      return [letter, latin]
    }),
  )

/** Where the table for all scripts leaves a letter out that is read, or spells it as no newspaper does. */
const ofAll = lettersOf(
  'ا a, أ a, إ i, آ a, ٱ a, ة a, ى a, ع a, ئ y, ؤ w, ء , ə e, ൺ n, ൻ n, ർ r, ൽ l, ൾ l, ൿ k, ੱ , ש sh',
)

const danish = lettersOf('å aa, æ ae, ø oe')

/**
 * What a language writes in its own way, "^" at the head of a word. German: DIN 5007-2; Ukrainian: resolution 55 of 2010; Bulgarian: law of 2009; Serbian,
 * Macedonian: their Latin letters without diacritics; Belarusian: instruction of 2023.
 */
const ofLanguages: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  be: lettersOf('г h, ґ g, ё io, і i, й j, х ch, ў u, ц c, ь , щ shch'),
  bg: lettersOf('ж zh, й y, х h, ц ts, щ sht, ъ a, ь y, ю yu, я ya'),
  da: danish,
  de: lettersOf('ä ae, ö oe, ü ue'),
  is: lettersOf('þ th, ð d, æ ae, ö o'),
  mk: lettersOf('ѓ gj, ж zh, ѕ dz, ј j, љ lj, њ nj, ќ kj, х h, ц c, ч ch, џ dj, ш sh'),
  nb: danish,
  nn: danish,
  no: danish,
  sr: lettersOf('ђ dj, ж z, ј j, љ lj, њ nj, ћ c, х h, ц c, ч c, џ dz, ш s'),
  uk: lettersOf(
    'г h, ґ g, ^є ye, є ie, и y, і i, ^ї yi, ї i, ^й y, й i, х kh, ц ts, щ shch, ь , ^ю yu, ю iu, ^я ya, я ia',
  ),
}

/** These write no space between words. */
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu

/** Thai and Lao write some vowels before the letter that they are said behind. */
const vowelAhead = /([เ-ไ])([ก-ฮ])|([ເ-ໄ])([ກ-ຮ])/g

/** `language`: BCP 47. Signs stay as they are, so that what joins words and what parts them is the caller's to say. */
export const inLatinLetters = (text: string, language: string): string => {
  const own = ofLanguages[new Intl.Locale(language).language]
  const spell = (letter: string, at: number) =>
    (at === 0 ? own?.get(`^${letter}`) : undefined) ?? own?.get(letter) ?? ofAll.get(letter) ?? letter
  return withoutCompatibility(text)
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toLowerCase()
    .normalize('NFC')
    .replace(withoutSpaces, run => ` ${wordsOf(run, language).join(' ')} `)
    .replace(/[\p{L}\p{M}\p{N}]+/gu, word => latinWord([...word].map(spell).join('')))
}

/** "①" is 1 and "Ｆ" is F; Thai keeps its vowels in one piece. */
const withoutCompatibility = (text: string): string =>
  text.replace(/[^\p{Script=Thai}\p{Script=Lao}]+/gu, part => part.normalize('NFKC'))

const wordsOf = (run: string, language: string): readonly string[] =>
  [...new Intl.Segmenter(language, { granularity: 'word' }).segment(run)].map(({ segment }) => segment)

const latinWord = (word: string): string =>
  anyAscii(withSpokenVowels(word).replace(vowelAhead, '$2$4$1$3'))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')
