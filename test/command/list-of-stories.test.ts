import { describe, expect, test } from 'vitest'
import { listOfStories } from '../../src/command/list-of-stories.ts'
import type { ChangeKind, SeenChange } from '../../src/domain/seen-change.ts'

const change = (name: string, ...kinds: ChangeKind[]): SeenChange => ({
  ...{ file: `content/stories/${name}.md`, title: name, url: `/world/${name}/`, movedFrom: null, kinds },
})
const list = (...seen: SeenChange[]) => listOfStories(seen, 'https://bulletin.example')
const many = (count: number) => Array.from({ length: count }, (_, at) => change(`story-${at}`, 'live'))

describe('The list of what became of stories', () => {
  test('has a line for each, with its address', () => {
    expect(
      list({ ...change('storm', 'moved', 'corrected'), movedFrom: '/old/' }, change('calm', 'live')),
    ).toEqual([
      'moved, corrected  storm  https://bulletin.example/world/storm/  (it was at /old/)',
      'went live         calm  https://bulletin.example/world/calm/',
    ])
    expect(list()).toEqual([])
  })

  test('is no wall: of very many it counts the others', () => {
    expect(list(...many(21))).toHaveLength(21)
    const lines = list(...many(300), change('storm', 'changed', 'moved'))
    expect(lines).toHaveLength(21)
    expect(lines.at(-1)).toBe('… and 281 more stories: 280 went live, 1 changed, 1 moved')
  })
})
