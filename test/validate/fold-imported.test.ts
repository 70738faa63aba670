import { expect, test } from 'vitest'
import { newsroomOf, problemsOf, storyAt } from '../rig/small-newsroom.ts'

const imported = (from: string) => ({ imported: `{ from: ${from} }` })
const tag = 'The {{ port }} is shut.\n'

test('imported stories are warned of once for each kind, with a count, and an editor’s own story by itself', () => {
  const { stories, warnings } = newsroomOf({
    ...storyAt('2024-10-24T09:30:00+05:30', 'a', imported('a.md'), tag),
    ...storyAt('2024-10-24T09:31:00+05:30', 'b', imported('b.md'), `${tag}\n##Subhead\n\n##Other\n`),
    ...storyAt('2024-10-24T09:32:00+05:30', 'c', imported('c.md'), tag),
    ...storyAt('2024-10-24T09:33:00+05:30', 'own', {}, tag),
  })
  expect(stories).toHaveLength(4)
  expect(warnings.map(({ code, location }) => `${code} ${location.file.split('/').at(-1)}`)).toEqual([
    'template-in-text a.md',
    'subhead-unread b.md',
    'template-in-text own.md',
  ])
  expect(warnings[0]?.message).toMatch(/; 2 more such warnings in imported stories \(3 with this one\)$/)
  expect(warnings[1]?.message).toMatch(/; 1 more such warning in this imported story$/)
  expect(warnings[2]?.message).not.toContain('more such')
})

test('no error of an imported story is folded', () => {
  const wrong = { ...imported('a.md'), section: 'wrld' }
  const problems = problemsOf({
    ...storyAt('2024-10-24T09:30:00+05:30', 'a', wrong, tag),
    ...storyAt('2024-10-24T09:31:00+05:30', 'b', wrong, tag),
  })
  expect(problems.filter(({ severity }) => severity === 'error')).toHaveLength(2)
})
