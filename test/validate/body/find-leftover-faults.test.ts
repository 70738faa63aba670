import { expect, test } from 'vitest'
import { faultLines, faultsOf } from '../../rig/faults-of.ts'

test('what was left in a text is a warning at its place, each kind once', () => {
  expect(faultsOf('One.\n\n- Two [TK]\n- Three\n  [name TK] b {>>ask legal<<}\n')).toEqual([
    { code: 'leftover-in-text', at: '9:7', words: '[TK]' },
    { code: 'leftover-in-text', at: '11:15', words: '{>>ask legal<<}' },
  ])
  expect(faultsOf('| a | b |\n|---|---|\n| c | d [TK] |\n')).toEqual([
    { code: 'leftover-in-text', at: '9:9', words: '[TK]' },
  ])
})

test('comments of Google Docs stand at the end of the text, behind their marks', () => {
  expect(faultsOf('We met.[a] And left.[b]\n\n[a]Check with Jane\n[b]Is this on the record?\n')).toEqual([
    { code: 'leftover-in-text', at: '9:1', words: '[a]' },
  ])
  expect(faultLines('[a] first\n\n[b] second\n\nSee (a), [c] and [d].\n')).toEqual([])
})

test('in a field it is one too', () => {
  expect(faultsOf('One.\n', {}, { title: '"The mayor [name TK] resigns"' }).map(({ code }) => code)).toEqual([
    'leftover-in-text',
  ])
})

test('in code and in comments it may stand', () => {
  expect(faultLines('One `[TK]` two ``{>>a<<}``.\n\n```\nTODO: a\n```\n\n<!-- TODO: b -->\n')).toEqual([])
})
