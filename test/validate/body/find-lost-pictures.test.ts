import { describe, expect, test } from 'vitest'
import { faultsOf } from '../../rig/faults-of.ts'
import { storyFile, storyText } from '../../rig/site-data.ts'
import { problemsOf } from '../../rig/small-newsroom.ts'

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

test('quotation marks within those of a caption are shown as they can stand there', () => {
  const body = '![alt](IMG_1.JPG "He said "no" today")\n'
  expect(problemsOf({ [storyFile]: storyText({}, body) })).toMatchObject([
    {
      code: 'picture-unread',
      message: expect.stringContaining('quotation marks within the ones around it'),
      hint: 'write ![alt](IMG_1.JPG "He said “no” today")',
    },
  ])
})

test.each([
  ['C:\\Users\\me\\x.jpg', 'x.jpg'],
  ['C:/Users/me/x.jpg', 'x.jpg'],
  ['file:///home/me/x.jpg', 'x.jpg'],
])('a path of the editor’s computer is called one: %s', (src, name) => {
  const problems = problemsOf({ [storyFile]: storyText({}, `![A harbour](${src})\n`) })
  expect(problems).toMatchObject([
    { code: 'picture-path', hint: `put the file beside the story and write ${name}` },
  ])
})
