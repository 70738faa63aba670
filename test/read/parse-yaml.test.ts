import fc from 'fast-check'
import { dump } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { parseYaml } from '../../src/read/parse-yaml.ts'

const parse = (yaml: string) => parseYaml({ file: 'site.yaml', text: yaml, start: 0, yaml })
const read = (yaml: string) => {
  const parsed = parse(yaml)
  if (!parsed.ok) throw new Error(parsed.fault.message)
  return parsed.value.value
}
const faultOf = (yaml: string) => {
  const parsed = parse(yaml)
  if (parsed.ok) throw new Error(`this was taken: ${yaml}`)
  return parsed.fault
}

describe('values are what YAML 1.2 says, and nothing cleverer', () => {
  test.each([
    ['a number', 'title: 2024', { title: 2024 }],
    ['text in quotes', 'title: "2024"', { title: '2024' }],
    ['a date stays text', 'date: 2024-10-24', { date: '2024-10-24' }],
    ['a time stays text', 'date: 2024-10-24T09:30:00Z', { date: '2024-10-24T09:30:00Z' }],
    ['yes, no, on and off are words', 'a: [yes, no, on, off]', { a: ['yes', 'no', 'on', 'off'] }],
    ['true and false are not', 'a: [true, false]', { a: [true, false] }],
    ['Norway is a country', 'country: NO', { country: 'NO' }],
    ['a time of the clock is no number of base 60', 'at: 9:30:00', { at: '9:30:00' }],
    ['an empty value is null', 'a:\nb: ~', { a: null, b: null }],
    ['nothing at all is null', '', null],
    ['a comment alone is null', '# later', null],
    ['a folded text', 'a: >-\n  one\n  two', { a: 'one two' }],
    ['an anchor and its alias', 'a: &x [1]\nb: *x', { a: [1], b: [1] }],
    ['a merge key is a key like any other', 'a: { <<: { b: 1 } }', { a: { '<<': { b: 1 } } }],
    ['an emoji', 'a: 🛳️', { a: '🛳️' }],
  ])('%s', (_what, yaml, value) => expect(read(yaml)).toEqual(value))

  test('a key cannot reach into JavaScript', () => {
    const value = read('__proto__: { isAdmin: true }\nconstructor: 1')
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor'])
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
  })
})

describe('what is not YAML is refused at its place, with what to do', () => {
  test.each([
    ['a key that stands twice', 'a: 1\nb: 2\na: 3', 'yaml-duplicate-key', 3, 1, 'keep one of the two lines'],
    ['the same key in quotes', '"a": 1\na: 2', 'yaml-duplicate-key', 2, 1, 'keep one of the two lines'],
    [
      'a colon inside a headline',
      'title: Storm: day two',
      'yaml-syntax',
      1,
      13,
      'write title: "Storm: day two"',
    ],
    ['a headline that begins with @', 'a: 1\ntitle: @home', 'yaml-syntax', 2, 8, 'write title: "@home"'],
    ['a tab as indentation', 'a:\n\tb: 1', 'yaml-syntax', 2, 1, 'with 2 blanks before it'],
    ['a headline that begins with *', 'title: *Storm', 'yaml-syntax', 1, 8, 'write title: "*Storm"'],
    ['a headline of * and more', 'title: *Storm nears', 'yaml-syntax', 1, 8, 'write title: "*Storm nears"'],
    ['a headline that begins with &', 'title: &Beyond wins', 'yaml-words-lost', 1, 8, '"&Beyond wins"'],
    ['a headline of & alone', 'title: &Beyond\nb: 1', 'yaml-words-lost', 1, 8, 'write title: "&Beyond"'],
    ['a headline that begins with !', 'title: !Storm', 'yaml-syntax', 1, 8, 'write title: "!Storm"'],
    ['a headline that begins with >', 'title: > Storm', 'yaml-syntax', 1, 8, 'write title: "> Storm"'],
    ['a headline that begins with |', 'title: | Storm', 'yaml-syntax', 1, 8, 'write title: "| Storm"'],
    [
      'a word in a list',
      'tags: [&storm a, b]',
      'yaml-words-lost',
      1,
      8,
      'put the text in quotes: "&storm …"',
    ],
    ['a name of a group that nothing uses', 'a: &x [1]', 'yaml-words-lost', 1, 4, 'put the text in quotes'],
    ['typographic quotes', 'title: “Storm: day two”', 'yaml-syntax', 1, 8, 'write title: "Storm: day two"'],
    ['a program in a tag', 'a: !!js/function "x"', 'yaml-syntax', 1, 4, 'write plain text'],
    ['a timestamp in a tag', 'a: !!timestamp 2024-01-01', 'yaml-syntax', 1, 4, 'write plain text'],
    ['a second document', '---\na: 1\n---\nb: 2', 'yaml-syntax', 3, 1, 'remove the line'],
    ['quotes that never close', 'a: "x', 'yaml-syntax', 1, 4, 'add another " at its end'],
    ['a character that cannot be shown', 'a: 1\nb: \u0007', 'yaml-syntax', 2, 4, 'compare'],
    ['a list that holds itself', 'a: 1\nb: &x [1, *x]', 'yaml-syntax', 2, 11, 'instead of using * and &'],
    ['a mapping that holds itself', 'a: &x\n  b: *x', 'yaml-syntax', 2, 6, 'instead of using * and &'],
  ])('%s', (_what, yaml, code, line, column, hint) => {
    const fault = faultOf(yaml)
    expect(fault).toMatchObject({ code, severity: 'error', location: { line, column } })
    expect(fault.location.text).toBe(yaml.split('\n')[line - 1])
    expect(fault.hint).toContain(hint)
  })

  test('nests of brackets and floods of aliases are refused', () => {
    expect(faultOf(`a: ${'['.repeat(5000)}${']'.repeat(5000)}`).message).toContain('nesting')
    expect(faultOf(`a: &x 1\nb: [${Array(50).fill('*x').join(', ')}]`).code).toBe('yaml-syntax')
  })
})

test('what is no word of a text may stand beside it', () => {
  const yaml = '%YAML 1.2\n---\n# for the desk\na: !!str b # c\n? d\n: >-2\n   e\nf: &g [1]\nh: *g\n...\n'
  expect(read(yaml)).toEqual({ a: 'b', d: ' e', f: [1], h: [1] })
})

test('no word of a text is lost in silence', () => {
  const wordsOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
  const sign = fc.constantFrom(
    '&',
    '*',
    '!',
    '#',
    '>',
    '|',
    '%',
    '@',
    '`',
    '"',
    "'",
    '[',
    '{',
    '- ',
    ': ',
    ', ',
    ' ',
    '',
  )
  const words = fc.array(
    fc.tuple(sign, fc.constantFrom('storm', 'port', 'é7'), fc.constantFrom('', ' ', ']', '"')),
  )
  const property = fc.property(words, pieces => {
    const title = pieces.map(piece => piece.join('')).join('')
    const parsed = parse(`title: ${title}\n`)
    if (!parsed.ok) return
    // Of comments another check speaks.
    const wanted = wordsOf(`title: ${title}`.replace(/\s#.*$/, ''))
    expect(wordsOf(JSON.stringify(parsed.value.value)).replace(/null/g, '').startsWith(wanted)).toBe(true)
  })
  fc.assert(property, { numRuns: 500 })
})

test('the place of a fault counts from the beginning of the file, not of the YAML', () => {
  const text = '---\ntitle: a: b\n---\n'
  const parsed = parseYaml({ file: 'story.md', text, start: 4, yaml: 'title: a: b\n' })
  expect(!parsed.ok && parsed.fault.location).toMatchObject({ file: 'story.md', line: 2, column: 9 })
})

test('what was written as YAML is read back as it was', () => {
  const name = fc.stringMatching(/^[a-z]{1,8}$/)
  const text = fc.string({ unit: 'grapheme' }).filter(some => !/\p{C}|[\u2028\u2029]/u.test(some))
  const leaf = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null))
  const property = fc.property(fc.dictionary(name, fc.oneof(leaf, fc.array(leaf))), value => {
    expect(read(dump(value))).toEqual({ ...value })
  })
  fc.assert(property, { numRuns: 300 })
})

test('any text is a value or a problem whose place lies in the file', () => {
  const pieces = [
    'a',
    ':',
    ' ',
    '\n',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '&x ',
    '*x',
    '!',
    '|',
    '#',
    ',',
    '\t',
    '?',
    '---',
    '🛳️',
  ]
  const soup = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom(...pieces)).map(some => some.join('')),
  )
  const property = fc.property(soup, yaml => {
    const parsed = parse(yaml)
    if (parsed.ok) return
    const { line, column, text } = parsed.fault.location
    expect(text).toBe(yaml.split('\n')[line - 1]?.replace(/\r$/, ''))
    expect(column).toBeGreaterThanOrEqual(1)
    expect(column).toBeLessThanOrEqual((yaml.split('\n')[line - 1] ?? '').length + 1)
  })
  fc.assert(property, { numRuns: 2000 })
})
