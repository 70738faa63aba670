import { describe, expect, test } from 'vitest'
import { parseYaml } from '../../src/read/parse-yaml.ts'

/** As front matter, from line 2 on. */
const faultOf = (yaml: string) => {
  const text = `---\n${yaml}\n---\n`
  const parsed = parseYaml({ file: 'story.md', text, start: 4, yaml: `${yaml}\n` })
  if (parsed.ok) throw new Error(`this was taken: ${yaml}`)
  const { message, hint, location } = parsed.fault
  return `${location.line}:${location.column} ${message}; ${hint}`
}

describe('What is no YAML is explained in the words of a newsroom', () => {
  test.each([
    ['title: "Storm\ndate: x', '2:8 the quotation mark of line 2 is never closed; add another " at its end'],
    ["a: 1\ntitle: 'Storm", "3:8 the quotation mark of line 3 is never closed; add another ' at its end"],
    ['tags: [a, b\ndate: x', '2:7 the bracket of line 2 is never closed; add a ] at its end'],
    ['image: { src: a.jpg\ndate: x', '2:8 the brace of line 2 is never closed; add a } at its end'],
    [
      'a: 1\ntitle:NoBlank\nb: 2',
      '3:1 line 3 has no blank behind its colon; write title: NoBlank, with a colon and a blank',
    ],
    [
      'a: 1\ntitle Storm\nb: 2',
      '3:1 line 3 has no colon; if it goes on with line 2, begin it with two blanks: “  title Storm”; if it is a field, write title: Storm, with a colon and a blank',
    ],
    ['tags: [a,, b]', '2:10 nothing stands before this comma; remove it, or write what belongs there'],
    ['tags: [, b]', '2:8 nothing stands before this comma; remove it, or write what belongs there'],
    [
      'a: 1\ntitle; Storm\nb: 2',
      '3:1 line 3 has no colon; if it goes on with line 2, begin it with two blanks: “  title; Storm”; if it is a field, write title: Storm, with a colon and a blank',
    ],
    [
      'summary: |\nThe ferry sails again after three weeks in dock.\na: b',
      '3:1 line 3 has no colon; if it goes on with line 2, begin it with two blanks: “  The ferry sails again after three weeks in dock.”',
    ],
    [
      "title: '80s rock\ndate: x",
      `2:8 the quotation mark of line 2 is never closed; write title: "'80s rock"`,
    ],
    [
      'title: x\n<!-- ask legal -->\ndate: y',
      '3:1 among the fields, a note for the newsroom begins with #; write # ask legal',
    ],
    [
      'title: x\n<!--\nask: legal\n-->\ndate: y',
      '3:1 among the fields, a note for the newsroom begins with #; write # …, and a # before each line of the note, without the -->',
    ],
    ['<!-- a -->\ntitle: x', '2:1 among the fields, a note for the newsroom begins with #; write # a'],
    ['title: x\n<!-- a -->', '3:1 among the fields, a note for the newsroom begins with #; write # a'],
    ['title\ndate: x', '2:1 line 2 has no colon; write title: …, with a colon and a blank'],
    ['title: 1\ntitle: 2', '3:1 “title” stands there twice; keep one of the two lines'],
    [
      'image:\n  src: a\n alt: b',
      '4:2 the line is not indented like the lines that it belongs to; begin it in the same column as the other fields of its group',
    ],
  ])('%j', (yaml, said) => expect(faultOf(yaml)).toBe(said))

  test.each([
    ['tags: [a, "b]', '2:7 the quotation mark of line 2 is never closed; add another " behind its text'],
    ['"title: Storm', '2:1 the quotation mark of line 2 is never closed; write title: Storm'],
    [
      'title: "C:\\path"',
      "2:12 a \\ means something else between double quotation marks; write title: 'C:\\path'",
    ],
    [
      'title: Storm\n  section: world',
      '3:3 line 3 is indented, as if it went on with line 2; if it is a field of its own, write section: world without the blanks before it; if it goes on with line 2, put that text in "double quotes"',
    ],
    [
      '  title: Storm\ndate: x',
      '2:1 line 2 is indented, and line 3 is not; write title: Storm without the blanks before it',
    ],
    [
      'source: { name: A: B, url: c }',
      '2:18 the fields cannot be read from here on: missed comma between flow collection entries; put a text that contains a colon or a comma in "double quotes"',
    ],
  ])('%j, with the line to write', (yaml, said) => expect(faultOf(yaml)).toBe(said))

  test.each([
    [
      'title:\u00a0Storm',
      '2:7 line 2 has a no-break or other special blank behind “title”; write title: Storm, with a colon and a blank',
    ],
    [
      'title：Storm',
      '2:6 line 2 has a full-width colon behind “title”; write title: Storm, with a colon and a blank',
    ],
    [
      'title\u00a0: Storm',
      '2:6 line 2 has a no-break or other special blank behind “title”; write title: Storm, with a colon and a blank',
    ],
    [
      'a: 1\ntitle:\u200bStorm',
      '3:7 line 3 has an invisible character behind “title”; write title: Storm, with a colon and a blank',
    ],
    [
      '\u00a0title: Storm',
      '2:1 line 2 has a no-break or other special blank where it begins, which cannot indent it; write title: Storm',
    ],
    [
      'a: 1\n\ufefftitle: Storm',
      '3:1 line 3 has an invisible character where it begins, which cannot indent it; write title: Storm',
    ],
    [
      'image:\n\tsrc: a',
      '3:1 line 3 has a tab where it begins, which cannot indent it; write “  src: a”, with 2 blanks before it',
    ],
    [
      'tags:\n  – a',
      '3:3 line 3 has “–” where the hyphen of a list belongs; write “  - a”, with 2 blanks before it',
    ],
    ['tags:\n• a', '3:1 line 3 has “•” where the hyphen of a list belongs; write - a'],
    [
      'tags:\n  * a',
      '3:3 line 3 has “*” where the hyphen of a list belongs; write “  - a”, with 2 blanks before it',
    ],
  ])('characters that only look like those of fields: %j', (yaml, said) => expect(faultOf(yaml)).toBe(said))

  test.each([
    'title: Storm – day two',
    'title: Storm\u00a0– day two',
    'summary: >-\n  – Start.\n  * End.\n  Note：\u00a0x',
    'title: Storm\u200b',
    'image: {src: a.jpg}\n# note：x',
    'tags: [a]\n',
  ])('elsewhere they are text: %j', yaml => expect(() => faultOf(yaml)).toThrow('this was taken'))

  test.each([
    ['"Everyone answered" says warden', `'"Everyone answered" says warden'`],
    ['"say "yes" now"', `'say "yes" now'`],
    ["'It's raining'", `"It's raining"`],
    [`"It's" said Bo`, `'"It''s" said Bo'`],
  ])('text behind quotation marks: %s', (value, quoted) =>
    expect(faultOf(`title: ${value}\nb: 1`)).toContain(
      `the quotation marks close before the end of the text; write title: ${quoted}`,
    ),
  )

  test.each([
    ['- a', '-'],
    ['`a', '`'],
    ['@a: b', '@'],
    ['%a', '%'],
    ['!important', '!'],
    ['! now', '!'],
    ['[#1] again', '[#'],
    ['[Update] Storm', '['],
    ['*Storm* wins', '*'],
    ['> Storm', '>'],
    ['| Storm', '|'],
  ])('a text that begins with a sign of YAML: %s', (value, sign) =>
    expect(faultOf(`title: ${value}\nb: 1`)).toBe(
      `2:8 a text cannot begin with “${sign}”, which means something else to YAML; write title: "${value}"`,
    ),
  )
})
