import { expect, test } from 'vitest'
import { judge, leastOf } from '../../scripts/growth/judge.ts'
import { shapes } from '../../scripts/growth/shapes.ts'

/** Beside 100 ms and 100 MB for a few words. */
const growthOf = (costs: readonly number[]) =>
  [0, ...costs].map((cost, at) => ({
    size: at === 0 ? 0 : 1000 * 2 ** at,
    time: 100 + cost,
    memory: 100 + cost,
    outcome: 'built',
  }))

test.each([
  ['twice as much each time', [500, 1000, 2000], true],
  ['no more', [500, 500, 500], true],
  ['four times as much each time', [500, 2000, 8000], false],
  ['far more at last', [500, 1000, 8000], false],
  ['too little to say', [1, 10, 100], true],
  ['so much that it was stopped', [500, 1000], false],
])('a shape that costs %s with each doubling', (_how, costs, isSteady) =>
  expect(judge(growthOf(costs), 3).isSteady).toBe(isSteady),
)

test('of a shape that is measured again, the least counts, size by size', () => {
  const [busy, calm] = [growthOf([500, 1000, 8000]), growthOf([700, 1100, 2100])]
  expect(judge(leastOf([busy, calm, growthOf([900])]), 3)).toMatchObject({
    isSteady: true,
    worst: 2.1,
    text: '500 → 1000 → 2100 ms, 500 → 1000 → 2100 MB; built',
  })
})

test('each shape has a name of its own, and is about as long as it is asked to be', () => {
  expect(new Set(shapes.map(({ name }) => name)).size).toBe(shapes.length)
  for (const { name, filesOf } of shapes) {
    const length = Object.entries(filesOf(20_000)).flat().join('').length
    expect(length > 5_000 && length < 60_000, `${name}: ${length}`).toBe(true)
  }
})
