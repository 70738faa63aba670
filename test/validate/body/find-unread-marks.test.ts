import { describe, expect, test } from 'vitest'
import { storyFile, storyText } from '../../rig/site-data.ts'
import { problemsOf } from '../../rig/small-newsroom.ts'

const codes = /^(?:list-unread|subhead-unread|link-unread|list-sign)$/
const unread = (body: string) =>
  problemsOf({ [storyFile]: storyText({}, body) })
    .filter(({ code }) => codes.test(code))
    .map(
      ({ code, severity, hint, location }) =>
        `${severity} ${code} ${location.line}:${location.column} ${hint}`,
    )

describe('What another program wrote is no list, subhead or link, and is named with what to type', () => {
  test.each([
    [
      '•\tFirst point\n•\tSecond point\n',
      'warning list-unread 7:1 begin each line like this one: - First point',
    ],
    ['Points:\n· One\n· Two\n', 'warning list-unread 8:1 begin each line like this one: - One'],
    ['-\u00a0One\n-\u00a0Two\n', 'warning list-unread 7:1 begin each line like this one: - One'],
    ['\uf0a7\tOne\n\uf0a7\tTwo\n', 'warning list-unread 7:1 begin each line like this one: - One'],
    ['- [ ] Call Jane\n- [x] Call Tom\n', 'warning list-unread 7:3 write ☐ for a box, or remove it'],
    ['1. [x] Call Jane\n', 'warning list-unread 7:4 write ☑ for a box, or remove it'],
    [
      'Apple\n: A fruit\n: A firm\n',
      'warning list-unread 8:1 begin each line like this one: - **Apple**: A fruit',
    ],
    [
      'See [a](https://wire.example/a "He said "no" so").\n',
      'warning link-unread 7:5 write [a](https://wire.example/a "He said “no” so")',
    ],
    ['See [a](/world/ "He said "no"").\n', 'warning link-unread 7:5 write [a](/world/ "He said “no”")'],
    // The second level of a list in Word.
    ['o\tOne\no\tTwo\n', 'warning list-unread 7:1 begin each line like this one: - One'],
    ['-One point\n-Two points\n', 'warning list-unread 7:1 begin each line like this one: - One point'],
    ['1.One\n2.Two\n', 'warning list-unread 7:1 begin each line like this one: 1. One'],
    ['a) One\nb) Two\n', 'warning list-unread 7:1 begin each line like this one: - One'],
    ['##Subhead\n', 'warning subhead-unread 7:1 write ## Subhead'],
    ['Text.\n###\u00a0Subhead\n', 'warning subhead-unread 8:1 write ### Subhead'],
    [
      'See [the map] (https://wire.example/a).\n',
      'warning link-unread 7:5 write [the map](https://wire.example/a)',
    ],
    ['See [the map] (/world/).\n', 'warning link-unread 7:5 write [the map](/world/)'],
    [
      'See (the map)[https://wire.example/a].\n',
      'warning link-unread 7:5 write [the map](https://wire.example/a)',
    ],
    ['![Boats] (IMG_1.JPG)\n', 'error link-unread 7:1 write ![Boats](IMG_1.JPG)'],
    [
      'See [a](https://exa mple.com) now.\n',
      'error link-unread 7:5 write [a](https://exa%20mple.com), or remove the blank',
    ],
    ['Call [us](tel:+91 22 1234).\n', 'error link-unread 7:6 write [us](tel:+91221234), without blanks'],
    ['+ 3 points for the home side.\n', 'warning list-sign 7:1 write \\+ 3 if it is a sign before a figure'],
    ['- 5 degrees was the low.\n', 'warning list-sign 7:1 write \\- 5 if it is a sign before a figure'],
  ])('%j', (body, fault) => expect(unread(body)).toEqual([fault]))
})

test.each([
  '• One alone\n',
  '- 5 boats\n- 6 nets\n',
  '- Five boats\n',
  '::: keypoints\n- 5 boats\n:::\n',
  '#storm and ##\n',
  '`##Subhead`\n\n```\n##a\n• a\n• b\n[a] (https://x.example)\n```\n',
  'He [sic] (as always) said `[a] (https://x.example)`.\n',
  '- [a](/world/) and [ ] and [x]\n- [sic] x\n',
  'At 12\n:30 and 1 : 2\n',
  '« Oui », dit-il : « Non ! »\n: une réponse\n',
  'Le ministre a dit hier matin, devant la presse et les élus\n: une réponse\n',
  'See [a](/world/ "b") and [c](/world/ "d") and "e" (f "g").\n',
  'See [a](/world/ "He said \\"no\\" so").\n',
  'See [a](https://wire.example/a "The title") and [b](</a b>).\n',
  'A list (a)[1] and f(x)[y].\n',
  '- One\n- Two\n\n1. One\n2. Two\n',
])('sound: %j', body => expect(unread(body)).toEqual([]))
