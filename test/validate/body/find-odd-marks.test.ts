import { describe, expect, test } from 'vitest'
import { faultLines, faultsOf } from '../../rig/faults-of.ts'

test('a character that no page can show has its line and column, once for each line', () => {
  expect(faultsOf('A\bb \vc \ufffe d &#0; e\n\nOne.\n\n`x\x7f`\n')).toEqual([
    { code: 'text-control-character', at: '7:2', words: '\b' },
    { code: 'text-control-character', at: '11:3', words: '\x7f' },
    { code: 'text-control-character', at: '7:12', words: '&#0;' },
  ])
})

describe('a direction that a paragraph leaves open', () => {
  test.each([
    ['in a paragraph', 'One.\n\nPort \u202eopens.\n\nTwo\u202c.\n', ['9:6', '11:4']],
    ['in a list', '- a \u2067b\n- c\n', ['7:5']],
    ['in a subhead', '## a \u202bb\n', ['7:6']],
    ['in a cell', '| a \u202eb | c\u202c |\n|---|---|\n| d | e |\n', ['7:5', '7:11']],
    ['in code', '```\na \u202eb\n```\n', ['8:3']],
    ['in the words of a picture', '![a \u202eb](a.svg "c\u202c")\n', ['7:5', '7:17']],
    ['written as a number', 'a &#x202e;b\n', ['7:1']],
  ])('%s', (_what, body, places) => {
    expect(faultLines(body)).toEqual(places.map(at => `${at} text-control-character`))
  })

  test('closed ones are legitimate', () => {
    expect(faultLines('He said \u2067שלום\u2069.\n\n- \u202bא\u202c\n- \u202dab\ncd\u202c\n')).toEqual([])
  })
})
