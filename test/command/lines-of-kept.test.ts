import { describe, expect, test } from 'vitest'
import { linesOfKept } from '../../src/command/lines-of-kept.ts'
import { printFound } from '../../src/command/print-found.ts'
import type { KeptBack } from '../../src/domain/kept-back.ts'
import { errorAt, locationOfFile, type Problem } from '../../src/domain/problem.ts'

const fileOf = (number: number) => `content/stories/2024/10/24/story-${number}.md`
const problemOf = (number: number, code = 'section-unknown'): Problem =>
  errorAt(locationOfFile(fileOf(number)), { code, message: 'no such section', hint: 'write another' })
const keptOf = (number: number, shown: KeptBack['shown'], codes: readonly string[]): KeptBack => ({
  ...{ file: fileOf(number), shown, url: null },
  problems: codes.map(code => problemOf(number, code)),
})
const many = (count: number, shown: KeptBack['shown']) =>
  Array.from({ length: count }, (_, number) => keptOf(number, shown, ['section-unknown']))

describe('What was kept back', () => {
  test('is a line each; of very many the first, and how many more', () => {
    const lines = linesOfKept([...many(400, 'last'), ...many(21, 'ahead')])
    expect(lines[0]).toBe('published, but 400 files were kept back:')
    expect(lines[20]).toBe(`  ${fileOf(19)}: readers keep its last version until its problems are mended`)
    expect(lines[21]).toBe('  … and 380 more: npm run status lists them')
    expect(lines).toHaveLength(22 + 21)
    expect(linesOfKept(many(30, 'ahead')).at(-1)).toBe(
      '… and 10 more are not ready: npm run status lists them',
    )
    expect(linesOfKept(many(400, 'last'), { most: Number.POSITIVE_INFINITY })).toHaveLength(401)
    expect(linesOfKept(many(2, 'last'), { isPublished: false })[0]).toBe('2 files would be kept back:')
  })

  test('of a draft one line says how much is wrong, and what', () => {
    expect(linesOfKept([keptOf(1, 'ahead', ['text-too-short'])])).toEqual([
      `not ready: ${fileOf(1)} has 1 problem that would keep it back: text-too-short`,
    ])
    expect(linesOfKept([keptOf(1, 'ahead', ['field-unknown', 'a', 'b', 'c', 'a'])])).toEqual([
      `not ready: ${fileOf(1)} has 5 problems that would keep it back: field-unknown, a, b, …`,
    ])
  })
})

test('A file that stays with another says with which', () => {
  const moved = { ...problemOf(2), keepsToo: [fileOf(1)] }
  const kept = [
    { ...keptOf(2, 'nothing', []), problems: [moved] },
    { ...keptOf(1, 'last', []), problems: [moved] },
  ]
  expect(linesOfKept(kept).slice(1)).toEqual([
    `  ${fileOf(2)}: readers do not get it until its problems are mended`,
    `  ${fileOf(1)}: readers keep its last version until those of ${fileOf(2)} are mended`,
  ])
})

test('Where all problems are listed, each stands below its file, with what to write', () => {
  const kept = [keptOf(2, 'last', ['a']), keptOf(3, 'ahead', ['b'])]
  expect(linesOfKept(kept, { areProblemsListed: true })).toEqual([
    'published, but 1 file was kept back:',
    `  ${fileOf(2)}: readers keep its last version until its problems are mended`,
    `    ${fileOf(2)}:1:1 error a: no such section`,
    '      → write another',
    `not ready: ${fileOf(3)} has 1 problem that would keep it back:`,
    `    ${fileOf(3)}:1:1 warning b: no such section`,
    '      → write another',
  ])
})

test('A problem that keeps several files back is listed once', () => {
  const kept = [1, 2].map(number => ({ ...keptOf(number, 'last', []), problems: [problemOf(1)] }))
  const lines = linesOfKept(kept, { areProblemsListed: true })
  expect(lines.filter(line => line.includes('error section-unknown'))).toHaveLength(1)
})

describe('What a build found', () => {
  const warning: Problem = { ...problemOf(1, 'date-shared'), severity: 'warning' }

  test('is told in full, but for drafts', () => {
    const found = printFound([keptOf(2, 'nothing', ['a']), keptOf(3, 'ahead', ['b'])], [warning])
    expect(found).toContain(`${fileOf(2)}:1:1 error a\n`)
    expect(found).toContain(`${fileOf(1)}:1:1 warning date-shared\n`)
    expect(found).not.toContain(fileOf(3))
    expect(found).toMatch(/\n1 problem, 1 warning$/)
    expect(printFound([keptOf(3, 'ahead', ['b'])], [])).toBe('')
  })

  test('of very many problems the first are told, each once, and the number of all', () => {
    const shared = problemOf(900)
    const both = [0, 1].map(number => ({ ...keptOf(number, 'last', []), problems: [shared] }))
    const found = printFound([...both, ...many(400, 'last')], [warning])
    expect(found.split(fileOf(900))).toHaveLength(2)
    expect(found).toContain(`${fileOf(18)}:1:1 error`)
    expect(found).not.toContain(`${fileOf(19)}:1:1`)
    expect(found).toContain('… and 381 more problems: npm run status lists them')
    expect(found.indexOf('… and 381')).toBeLessThan(found.indexOf('date-shared'))
    expect(found).toMatch(/\n401 problems, 1 warning$/)
  })
})
