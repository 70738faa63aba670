import { expect, test } from 'vitest'
import { faultsOf } from '../../rig/faults-of.ts'

const underlined = (body: string) => faultsOf(body).filter(({ code }) => code === 'subhead-underlined')

test.each([
  ['The port is shut.\n---\n', 'The port is shut.'],
  ['The port is shut\nand the ferry stays.\n---\nMore.\n', 'The port is shut'],
  ['“Everyone answered!”\n===\n', '“Everyone answered!”'],
  ['港は閉まった。\n---\n', '港は閉まった。'],
  ['Where are the ships?\n---\n', 'Where are the ships?'],
  ['The port is shut\n=======\nThe port is open\n', 'The port is shut'],
  [`${'The port is shut and '.repeat(5)}\n-----\n`, 'The port is shut and '.repeat(5).trim()],
  ['title: The port\n---\n', 'title: The port'],
])('a line below it makes a subhead of a paragraph: %j', (body, words) => {
  expect(underlined(body)).toEqual([{ code: 'subhead-underlined', at: '7:1', words }])
})

test.each([
  'What comes next\n---\n\nText.\n',
  'What comes next?\n----------------\n\nText.\n',
  'We share our screens frequently.\n--------------------------------\n\nText.\n',
  'Weather\n=======\n\nText.\n',
  'The port is shut.\n\n---\n\nThe port is open.\n',
  '## The port is shut.\n',
  '```\nThe port is shut.\n---\n```\n',
])('sound: %j', body => expect(underlined(body)).toEqual([]))
