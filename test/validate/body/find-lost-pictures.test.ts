import { describe, expect, test } from 'vitest'
import { faultsOf } from '../../rig/faults-of.ts'

describe('a picture that would stand on the page as it is written', () => {
  test.each([
    ['a blank in its name', '![The harbour](my harbour.jpg)'],
    ['quotation marks left out', '![The harbour](harbour.jpg At dawn)'],
    ['a closing bracket left out', '![The harbour](harbour.jpg'],
    ['no name', '![The *old* harbour]( "At dawn)'],
  ])('%s', (_what, picture) => {
    expect(faultsOf(`One.\n\nTwo ${picture}\n`)).toEqual([
      { code: 'picture-unread', at: '9:5', words: picture },
    ])
  })

  test('each is reported', () => {
    expect(faultsOf('![a](b c.jpg) ![a](d e.jpg)\n')).toEqual([
      { code: 'picture-unread', at: '7:1', words: '![a](b c.jpg)' },
      { code: 'picture-unread', at: '7:15', words: '![a](d e.jpg)' },
    ])
  })
})

describe('no fault', () => {
  test.each([
    'Three cheers![^1]\n\n[^1]: Hip.',
    'He wrote \\![The harbour](my harbour.jpg)',
    'Write `![The harbour](my harbour.jpg)`',
    '```\n![The harbour](my harbour.jpg)\n```',
    'Stop! [sic] (he said)',
    'Why ![ever] not',
  ])('%s', text => expect(faultsOf(`${text}\n`)).toEqual([]))
})
