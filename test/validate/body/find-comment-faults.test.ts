import { expect, test } from 'vitest'
import { faultsOf } from '../../rig/faults-of.ts'

test('a comment in a comment that is never closed would take words for readers with it', () => {
  expect(faultsOf('One.\n\n<!-- a\n\nTwo.\n\n<!-- b -->\n')).toEqual([
    { code: 'comment-unclosed', at: '9:1', words: '<!-- a' },
  ])
})

test('behind a comment, the end of another one is named', () => {
  expect(faultsOf('One. <!-- a <!-- b --> c -->\n')).toEqual([
    { code: 'comment-unclosed', at: '7:6', words: '<!-- a <!-- b -->' },
    { code: 'comment-unclosed', at: '7:26', words: '-->' },
  ])
  expect(faultsOf('One. <!-- end it with `-->` -->\n\nTwo.\n')).toEqual([
    { code: 'comment-unclosed', at: '7:29', words: '-->' },
  ])
})

test.each([
  'One --> two.',
  '<!-- a --> One `-->` two.',
  '<!-- a -->\n\n```\na --> b\n```',
  '<!-- a --><!-- b -->\n\nOne.',
])('no fault: %s', body => expect(faultsOf(`${body}\n`)).toEqual([]))

test('a comment may not begin among the fields and end in the text', () => {
  const withComment = (words: string) => ({ urgency: `5 # ${words}` })
  expect(faultsOf('the source --> One.\n', {}, withComment('<!-- ask'))).toEqual([
    { code: 'comment-unclosed', at: '6:14', words: '<!--' },
  ])
  for (const body of ['One.\n', '<!-- a --> One.\n'])
    expect(faultsOf(body, {}, withComment('<!-- ask'))).toEqual([])
  expect(faultsOf('One --> two.\n', {}, withComment('<!-- ask -->'))).toEqual([])
})
