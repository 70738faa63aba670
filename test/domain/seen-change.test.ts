import { expect, test } from 'vitest'
import { type ChangeKind, joinSeen, type SeenChange } from '../../src/domain/seen-change.ts'

const seen = (name: string, ...kinds: readonly ChangeKind[]): SeenChange => ({
  ...{ file: `${name}.md`, title: name, url: `/${name}/`, kinds },
  movedFrom: kinds.includes('moved') ? `/old/${name}/` : null,
})
const told = (earlier: readonly SeenChange[], later: readonly SeenChange[]) =>
  joinSeen(earlier, later).map(({ url, kinds, movedFrom }) =>
    [url, ...kinds, movedFrom ?? ''].join(' ').trim(),
  )

test('what nobody was told of joins what follows, the gravest first', () => {
  expect(told([seen('a', 'live'), seen('b', 'updated')], [seen('c', 'withdrawn')])).toEqual([
    '/c/ withdrawn',
    '/b/ updated',
    '/a/ live',
  ])
  expect(told([], [seen('a', 'live')])).toEqual(['/a/ live'])
})

test('what happened twice to one story is one line', () => {
  expect(told([seen('a', 'live')], [seen('a', 'corrected')])).toEqual(['/a/ live'])
  expect(told([seen('a', 'moved')], [seen('a', 'updated')])).toEqual(['/a/ moved updated /old/a/'])
  expect(told([seen('a', 'live')], [seen('a', 'withdrawn')])).toEqual(['/a/ withdrawn'])
  expect(told([seen('a', 'gone')], [seen('a', 'live')])).toEqual(['/a/ live'])
})
