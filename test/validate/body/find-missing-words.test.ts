import fc from 'fast-check'
import type { Token } from 'markdown-it'
import { describe, expect, test } from 'vitest'
import { leaveOutComments } from '../../../src/markdown/comments.ts'
import { findMissingWords } from '../../../src/validate/body/find-missing-words.ts'
import { readBody } from '../../../src/validate/body/read-body.ts'
import { bodyArbitrary } from '../../rig/body-arbitrary.ts'
import { faultsOf } from '../../rig/faults-of.ts'
import { render } from '../../rig/markdown.ts'
import { problemsIn } from '../../rig/problems-in.ts'

const wordsIn = (text: string): readonly string[] => text.match(/w\d+x/g) ?? []

const pictures = [
  { src: 'p.png', sources: [], url: '/media/p.png', width: 640, height: 480, tone: null, isClear: false },
]

/** `npm test` tries few of them; `RUNS=5000` tries more. */
const numRuns = Number(process.env.RUNS ?? 60)

test('every word of a story stands on its page, or a problem says so; and no problem speaks of a word that is there', () => {
  const property = fc.property(bodyArbitrary, body => {
    const html = render(body, { pictures })
    const onPage = new Set(wordsIn(html))
    const read = new Set(wordsIn(html.replace(/<[^>]*>/g, ' ')))
    const problems = problemsIn(body)
    if (wordsIn(body).some(word => !onPage.has(word))) expect(problems).not.toEqual([])
    // Of what is lost with a box or a note, another problem speaks.
    const { text } = leaveOutComments(body)
    for (const { message } of findMissingWords(text, readBody(text), [])) {
      const named = wordsIn(message)
      if (named.length > 0) expect(named.filter(word => !read.has(word))).not.toEqual([])
    }
    expect(problems.filter(({ code, message }) => code === 'words-lost' && !/w\d+x/.test(message))).toEqual(
      [],
    )
  })
  fc.assert(property, { numRuns })
})

describe('A rule that loses words would be noticed:', () => {
  const text =
    'The *port* is [shut](/a/).\n\n- Nine shelters\n- `are` open\n\n| sign | means |\n|---|---|\n| x | y |\n'
  const lostBy = (change: (tokens: Token[]) => Token[]) => {
    const read = readBody(text)
    return findMissingWords(text, { ...read, tokens: change([...read.tokens]) }, []).map(({ words }) => words)
  }
  const inlineAt = (tokens: readonly Token[], at: number): Token =>
    tokens.filter(({ type }) => type === 'inline')[at] as Token
  const without = (child: number) => (tokens: Token[]) => {
    const { children } = inlineAt(tokens, 0)
    children?.splice(child, 1)
    return tokens
  }

  test.each([
    [
      'a block',
      (tokens: Token[]) => tokens.filter(token => token !== inlineAt(tokens, 1)),
      ['Nine shelters'],
    ],
    ['the first words of a paragraph', without(0), ['The']],
    ['emphasised words', without(2), ['port']],
    ['words of a link', without(6), ['shut']],
    ['the order of two blocks', (tokens: Token[]) => swapped(tokens), ['Nine shelters']],
    ['nothing', (tokens: Token[]) => tokens, []],
  ])('%s', (_what, change, words) => expect(lostBy(change)).toEqual(words))

  const swapped = (tokens: Token[]): Token[] => {
    const [one, other] = [inlineAt(tokens, 1), inlineAt(tokens, 2)]
    return tokens.map(token => (token === one ? other : token === other ? one : token))
  }

  test('any word of any story', () => {
    const property = fc.property(bodyArbitrary, fc.nat(), (written, choice) => {
      const body = leaveOutComments(written).text
      const read = readBody(body)
      // What is no markdown after all is a problem of its own, and a card shows its link in another way.
      const isOther = ({ children }: Token) => children?.some(({ type }) => /embed|_lost/.test(type))
      if (read.tokens.some(isOther) || findMissingWords(body, read, []).length > 0) return
      const holders = read.tokens
        .flatMap(token => [...(token.children ?? []), ...(token.type === 'fence' ? [token] : [])])
        .filter(({ content, children }) => /w\d+x/.test(content) && !children)
      const holder = holders[choice % holders.length]
      if (!holder) return
      const [word = ''] = wordsIn(holder.content)
      holder.content = holder.content.replace(word, '')
      expect(
        findMissingWords(body, read, [])
          .map(({ words }) => words)
          .join(' '),
      ).toContain(word)
    })
    fc.assert(property, { numRuns })
  })
})

test('a backtick at the end of a bare address begins no code', () => {
  expect(faultsOf('See https://port.example/a.` the [tide](/tides/) and `code`.\n')).toEqual([])
})

test('what stands in too many others is named where it is lost', () => {
  expect(faultsOf(`${'>'.repeat(110)} The port\n\nis shut.\n`)).toEqual([
    { code: 'words-lost', at: '7:112', words: 'The port' },
  ])
})
