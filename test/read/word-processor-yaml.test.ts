import { expect, test } from 'vitest'
import { storyFile, storyText } from '../rig/site-data.ts'
import { problemsOf } from '../rig/small-newsroom.ts'

const story = storyText({}, 'Body.\n')
const withTags = (tags: string) => story.replace('section:', `${tags}\nsection:`)

test.each([
  ['a dash without its blank', withTags('tags:\n- harbour\n-ferry'), '7:1', 'write - ferry'],
  ['one that is indented', withTags('tags:\n  - harbour\n  -ferry'), '7:3', 'write - ferry'],
  ['all of them', withTags('tags:\n  -harbour\n  -ferry'), '6:3', 'write - harbour, with a blank behind'],
  [
    'a text that goes on',
    story.replace(/(?<=summary: Ships move) again/, '\nagain'),
    '5:1',
    'if it goes on with line 4, begin it with two blanks: “  again at',
  ],
  ['empty lines above', `\n\n${story}`, '3:1', 'remove the empty lines'],
  ['a long dash', story.replace('---', '—'), '1:1', 'write ---, three hyphens'],
  ['long dashes', story.replaceAll('---', '–––'), '1:1', 'write ---, three hyphens'],
  ['long dashes at the end', story.replace('\n---\n', '\n———\n'), '6:1', 'write ---, three hyphens'],
  ['no blank', story.replace('title: ', 'title:'), '2:1', 'write title: Harbour'],
])('%s', (_what, text, at, hint) => {
  const [fault] = problemsOf({ [storyFile]: text })
  expect(`${fault?.location.line}:${fault?.location.column}`).toBe(at)
  expect(fault?.hint).toContain(hint)
})
