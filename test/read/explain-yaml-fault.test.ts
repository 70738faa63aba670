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
    ['a: 1\ntitle Storm\nb: 2', '3:1 line 3 has no colon; write title: Storm, with a colon and a blank'],
    ['title\ndate: x', '2:1 line 2 has no colon; write title: …, with a colon and a blank'],
    ['title: 1\ntitle: 2', '3:1 “title” stands there twice; keep one of the two lines'],
    [
      'image:\n  src: a\n alt: b',
      '4:2 the line is not indented like the lines that it belongs to; begin it in the same column as the other fields of its group',
    ],
  ])('%j', (yaml, told) => expect(faultOf(yaml)).toBe(told))

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
  ])('a text that begins with a sign of YAML: %s', (value, sign) =>
    expect(faultOf(`title: ${value}\nb: 1`)).toBe(
      `2:8 a text cannot begin with “${sign}”, which means something else to YAML; write title: "${value}"`,
    ),
  )
})
