import { describe, expect, test } from 'vitest'
import { readNumbers, readSizes } from '../../scripts/bench/choices.ts'
import type { ContestantResult, Measurement } from '../../scripts/bench/report/bench-result.ts'
import { writeReport } from '../../scripts/bench/report/report.ts'
import { median, medianCost, ratio } from '../../scripts/bench/report/statistics.ts'

const cost = (wall: number, cpu: number | null = wall): Measurement => ({
  cost: { wall, cpu, memory: 200e6 },
})
const census = { pages: 10, feeds: 2, sitemaps: 1, others: 1, bytes: 3e6 }
const dateline: ContestantResult = {
  key: 'dateline',
  name: 'Dateline',
  full: cost(4),
  publish: cost(0.5),
  census,
  written: 28,
}
const hugo: ContestantResult = {
  ...dateline,
  key: 'hugo',
  name: 'Hugo',
  full: cost(5, null),
  publish: { reason: 'it fell over' },
}
const size = {
  stories: 1000,
  contestants: [dateline, hugo],
  byGit: cost(0.6),
  extras: [
    { name: 'more of it', base: 'full', measurement: cost(6) },
    { name: 'too much of it', base: 'publish', measurement: { reason: 'it burst' } },
  ] as const,
  floors: [{ name: 'nothing', measurement: cost(0.25) }],
}
const report = writeReport({
  machine: ['a machine'],
  runs: 5,
  seed: 1,
  meter: 'hand',
  sizes: [size, { ...size, stories: 10_000, contestants: [{ ...dateline, full: cost(40) }, hugo] }],
})

/** The cells of the first row that begins so. */
const row = (name: string) => {
  const line = report.split('\n').find(text => text.startsWith(`| ${name}`)) ?? ''
  return line
    .split('|')
    .map(cell => cell.trim())
    .slice(2, -1)
}

describe('the arithmetic', () => {
  test('a median is the middle value, or the mean of the two in the middle', () => {
    expect(median([3, 1, 2])).toBe(2)
    expect(median([4, 1, 3, 2])).toBe(2.5)
    expect(median([7])).toBe(7)
    expect(() => median([])).toThrow('nothing')
  })

  test('figures have their medians each by itself, and may be unknown', () => {
    const costs = [1, 2, 9].map(wall => ({ wall, cpu: 10 - wall, memory: null }))
    expect(medianCost(costs)).toEqual({ wall: 2, cpu: 8, memory: null })
  })

  test('a ratio with something unknown is unknown', () => {
    expect(ratio(1, 4)).toBe(0.25)
    expect(ratio(null, 4)).toBeNull()
    expect(ratio(1, null)).toBeNull()
    expect(ratio(1, 0)).toBeNull()
  })
})

describe('the report', () => {
  test('sets Dateline against each of the others', () => {
    expect(row('full build, wall')).toEqual(['4.00 s', '5.00 s', '0.80 ×'])
    expect(row('full build, CPU')).toEqual(['4.00 s', '–', '–'])
    expect(row('full build, memory')).toEqual(['200 MB', '200 MB', '1.00 ×'])
  })

  test('says what failed, and why', () => {
    expect(row('publish one story, wall')).toEqual(['0.50 s', '–', '–'])
    expect(report).toContain('Hugo, publish one story: it fell over')
  })

  test('says what a story costs that nobody named', () => {
    expect(row('the same, found by git, wall')).toEqual(['0.60 s', '', ''])
    expect(row('Dateline, publish one story, found by git')).toEqual(['1.00 ×'])
  })

  test('says what more than the others have costs', () => {
    expect(row('more of it')).toEqual(['6.00 s', '6.00 s', '200 MB', '1.50 ×'])
    expect(report).toContain('Dateline, too much of it: it burst')
  })

  test('shows the floors, the pages and the growth from the smallest size on', () => {
    expect(row('nothing')).toEqual(['0.25 s', '0.25 s', '200 MB', '2.00 ×'])
    expect(row('pages')).toEqual(['10', '10'])
    expect(row('Dateline, full build')).toEqual(['10.00 ×'])
  })
})

describe('the flags', () => {
  test('sizes come in order, the large one on request', () => {
    expect(readSizes('10000,1000', false)).toEqual([1000, 10_000])
    expect(readSizes('1000', true)).toEqual([1000, 100_000])
  })

  test('what is no number is refused', () => {
    expect(() => readNumbers('runs', 'few')).toThrow('--runs is “few”')
    expect(() => readNumbers('runs', '0')).toThrow('--runs')
  })
})
