import { describe, expect, test } from 'vitest'
import { storyFile, storyText } from '../../rig/site-data.ts'
import { problemsOf } from '../../rig/small-newsroom.ts'

const unread = (body: string) =>
  problemsOf({ [storyFile]: storyText({}, body) })
    .filter(({ code }) => code === 'table-unread')
    .map(({ severity, hint, location }) => `${severity} ${location.line}:${location.column} ${hint}`)

describe('What looks like a table and is none is a warning with what to type', () => {
  test.each([
    ['too few dashes', '| a | b | c |\n|---|---|\n| 1 | 2 | 3 |\n', '8:1 write |---|---|---|'],
    ['too many', 'a | b\n---|---|---\n1 | 2\n', '8:1 write |---|---|'],
    ['one dash for two cells', '| a | b |\n---\n', '7:1 write |---|---| below it'],
    ['long dashes', '| a | b |\n|———|–––|\n| 1 | 2 |\n', '8:1 write |---|---|'],
    ['no dashes', '| a | b |\n| 1 | 2 |\n', '7:1 write |---|---| below “| a | b |”'],
    ['a lone row', 'Text.\n\n| a | b |\n', '9:1 write |---|---| below “| a | b |”'],
    ['no head', '|---|---|\n| 1 | 2 |\n', '7:1 write its head above, such as | … | … |'],
    ['an empty line below the head', '| a | b |\n\n|---|---|\n| 1 | 2 |\n', '9:1 remove the empty line'],
    [
      'an empty line between rows',
      '| a | b |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |\n',
      '11:1 remove the empty line',
    ],
    [
      'tabs',
      'Port\tTonnes\nVelikara\t12\n',
      '7:1 write | Port | Tonnes |, below it |---|---|, and the other rows like the first',
    ],
    [
      'tabs, and cells without words',
      '\tMen\tWomen\n2023\t12\t\n2024\t\t4\n',
      '7:2 write |  | Men | Women |, below it |---|---|---|, and the other rows like the first',
    ],
    ['in a quotation', '> | a | b |\n> | 1 | 2 |\n', '7:3 write |---|---| below “| a | b |”'],
  ])('%s', (_what, body, fault) => expect(unread(body)).toEqual([`warning ${fault}`]))
})

test.each([
  '| a | b |\n|---|---|\n| 1 | 2 |\n',
  'Text\n\n| a | b |\n|:--|--:|\n| 1 | 2 |\n\nText | more\n',
  'Either | or\nand so on\n',
  'He said: a |b| c.\n',
  '```\n| a | b |\n| 1 | 2 |\n```\n',
  '\tA paragraph\n\tof two lines\n',
  '12.\tOne\n13.\tTwo\n',
  'One\tof many tabs\nand a line without\n',
  'Text\n---\n',
])('sound: %j', body => expect(unread(body)).toEqual([]))
