// Straight quotation marks and apostrophes become those of the text's language. No other character changes.
//
// A mark opens or closes by its two neighbours; between two letters a single one is an apostrophe. Where they leave it
// undecided, a mark closes the quotation that is open, and else opens one. A quotation that nothing closes goes on in
// the next paragraph, which opens it again; a single mark that nothing closes is mostly an apostrophe before a word.

import { isGershayim, opensBehindPrefix } from './hebrew-marks.ts'
import { type QuotingRules, quotingRulesOf } from './quotation-marks.ts'

/** Text that stands in one paragraph; `isFixed`: it is read, and left as it is. */
export type Piece = { readonly text: string; readonly isFixed: boolean }

const straight = /['"]/

/** One line or paragraph. `language`: BCP 47. */
export const curlQuotes = (text: string, language: string): string =>
  straight.test(text) ? (curlPieces([{ text, isFixed: false }], language)[0] ?? text) : text

/** A paragraph in pieces: the marks of one are paired with those of another. */
export const curlPieces = (pieces: readonly Piece[], language: string): readonly string[] => {
  const all = pieces.map(({ text, isFixed }) => (isFixed ? text.replace(/['"]/g, 'x') : text)).join('')
  const curled = curledMarks(all, quotingRulesOf(language))
  let start = 0
  return pieces.map(({ text }) => {
    const from = start
    start += text.length
    return straight.test(text)
      ? text.replace(/['"]/g, (mark, at: number) => curled.get(from + at) ?? mark)
      : text
  })
}

type Neighbour = 'space' | 'opener' | 'closer' | 'either' | 'word'

type Mark = {
  readonly at: number
  readonly isSingle: boolean
  readonly before: Neighbour
  readonly after: Neighbour
}

/** The mark that each straight one becomes, by its index; one that is not there stays straight. */
const curledMarks = (text: string, rules: QuotingRules): ReadonlyMap<number, string> => {
  const [outerOpen, outerClose, innerOpen, innerClose] = rules.marks
  const curled = new Map<number, string>()
  const pending: Mark[] = []
  const count = { single: 0, double: 0 }
  const kindOf = ({ isSingle }: Mark) => (isSingle ? 'single' : 'double')
  const open = (mark: Mark) => {
    pending.push(mark)
    count[kindOf(mark)]++
    curled.set(mark.at, mark.isSingle ? innerOpen : outerOpen)
  }
  const close = (mark: Mark) => {
    curled.set(mark.at, mark.isSingle ? innerClose : outerClose)
    if (count[kindOf(mark)] === 0) {
      if (mark.isSingle) curled.set(mark.at, '’')
      return
    }
    for (let last = pending.pop(); last !== undefined; last = pending.pop()) {
      count[kindOf(last)]--
      if (last.isSingle === mark.isSingle) return
      leave(last)
    }
  }
  const leave = (mark: Mark) => {
    if (mark.isSingle && !opensSpeech(text, mark)) curled.set(mark.at, '’')
  }
  /** Where an editor wrote curly ones too, a straight one may close one of those. */
  const isMixed = /[“”„«»]/.test(text)
  const isOpen = (mark: Mark) => count[kindOf(mark)] > 0
  for (const mark of marksIn(text, curled)) {
    if (curled.has(mark.at)) continue
    const other = mark.isSingle
      ? otherSingle(text, mark, rules, isOpen(mark))
      : otherDouble(text, mark, isMixed || isOpen(mark))
    if (other !== null) for (const [at, character] of other) curled.set(at, character)
    else {
      const turn = turnOf(text, mark, isOpen(mark))
      if (turn === 'open') open(mark)
      else if (turn === 'close') close(mark)
    }
  }
  for (const mark of pending) leave(mark)
  return curled
}

type Others = readonly (readonly [at: number, character: string])[]

const isDigit = (character: string | undefined): boolean =>
  character !== undefined && /\p{N}/u.test(character)

const isLatin = (character: string | undefined): boolean =>
  character !== undefined && /[a-z]/i.test(character)

/** What a single mark is besides a quotation mark: an apostrophe, feet or minutes, a letter. */
const otherSingle = (
  text: string,
  mark: Mark,
  { elided, letter }: QuotingRules,
  isOpen: boolean,
): Others | null => {
  const { at, before, after } = mark
  if (letter === null && isLatin(text[at - 1]) && isLatin(text[at + 1])) return [[at, '’']]
  const behind = text.slice(at + 1, at + 16)
  if (isDigit(text[at - 1])) {
    if (/^ ?\p{N}{1,2}(?:[.,]\p{N})?[½¼¾]?"/u.test(behind)) return [[at, '′']]
    if (after === 'word') return isUnspaced(text, at) ? null : [[at, '’']]
    return isOpen ? null : [[at, '′']]
  }
  if (letter !== null && after === 'word' && (before === 'word' || !isOpen)) return [[at, letter]]
  if (/[\u05d0-\u05ea]/.test(text[at - 1] ?? '') && (after === 'word' || !isOpen)) return [[at, '׳']]
  if (before === 'word') return after === 'word' && !isUnspaced(text, at) ? [[at, '’']] : null
  if (/^n'(?![\p{L}\p{N}])/iu.test(behind)) return [at, at + 2].map(each => [each, '’'] as const)
  if (/^\d\d(?:s(?![\p{L}\p{N}])|(?![\p{L}\p{N}']))/u.test(behind)) return [[at, '’']]
  const word = /^\p{L}+/u.exec(behind)?.[0].toLowerCase() ?? ''
  // One that is closed at once is a quotation: 'til', 'em'.
  return elided.has(word) && behind[word.length] !== "'" ? [[at, '’']] : null
}

/** What a double mark is besides a quotation mark: inches or seconds, the mark of a Hebrew abbreviation. */
const otherDouble = (text: string, { at, before, after }: Mark, isOpen: boolean): Others | null => {
  if (isDigit(text[at - 1])) {
    const isAfterFeet = /\p{N}['′’] ?\p{N}{1,2}(?:[.,]\p{N})?[½¼¾]?$/u.test(
      text.slice(Math.max(0, at - 9), at),
    )
    return isAfterFeet ||
      (!isOpen && after !== 'word' && !/\p{N}{4}$/u.test(text.slice(Math.max(0, at - 4), at)))
      ? [[at, '″']]
      : null
  }
  return before === 'word' && after === 'word' && isGershayim(text, at) ? [[at, '״']] : null
}

const turnOf = (text: string, mark: Mark, isOpen: boolean): 'open' | 'close' | null => {
  const { at, before, after } = mark
  const otherwise = isOpen ? 'close' : 'open'
  if (before === 'space') return after === 'space' ? null : 'open'
  if (after === 'space') return 'close'
  if (before === 'opener') return 'open'
  if (before === 'word') {
    if (after !== 'word') return 'close'
    if (isUnspaced(text, at)) return otherwise
    if (!mark.isSingle && opensBehindPrefix(text, at)) return 'open'
    return isOpen ? 'close' : null
  }
  if (before === 'either') return after === 'word' || after === 'opener' ? 'open' : otherwise
  return after === 'closer' ? 'close' : otherwise
}

/** Where a paragraph begins, behind a colon, or before a capital letter: it goes on in the next paragraph. */
const opensSpeech = (text: string, { at }: Mark): boolean =>
  !/^(?:cause|bout|round|course|till|bye|hood)(?!\p{L})/iu.test(text.slice(at + 1, at + 9)) &&
  (/^[\s"“„«]*$/.test(text.slice(Math.max(0, at - 4), at)) && at < 4
    ? true
    : /[:,—–]\s*$/.test(text.slice(Math.max(0, at - 3), at)) ||
      /^["“„«]?\p{Lu}/u.test(text.slice(at + 1, at + 4)))

/** Whether one of its neighbours is of a script that writes words without spaces, or joins endings to a closing mark. */
const isUnspaced = (text: string, at: number): boolean =>
  unspaced.test(text[at - 1] ?? '') || unspaced.test(text[at + 1] ?? '')

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303f\uff00-\uff60]/u

/** Other marks between a mark and its word are looked past; so is the space inside French ones. */
const runs = /[\u202f«»‘’‚“”„‹›'"]+/g

function* marksIn(text: string, curled: ReadonlyMap<number, string>): Generator<Mark> {
  for (const { 0: run, index } of text.matchAll(runs)) {
    if (!straight.test(run)) continue
    const after = neighbourOf(text[index + run.length])
    let before = neighbourOf(text[index - 1])
    for (let at = index; at < index + run.length; at++) {
      if (text[at] !== "'" && text[at] !== '"') continue
      const isSingle = text[at] === "'"
      yield { at, isSingle, before, after }
      // L'"eau": the word goes on behind an apostrophe, so the next mark can open.
      if (isSingle && after === 'word' && curled.get(at) === '’') before = 'either'
    }
  }
}

const neighbourOf = (character: string | undefined): Neighbour => {
  if (character === undefined || /\s/.test(character)) return 'space'
  if (/\w/.test(character)) return character === '_' ? 'either' : 'word'
  if (/[\p{Ps}<¿¡=]/u.test(character)) return 'opener'
  if (/[\p{Pd}/|+*~•]/u.test(character)) return 'either'
  return /[\p{Pe}\p{Po}>]/u.test(character) && !/[%&@#†‡′″]/.test(character) ? 'closer' : 'word'
}
