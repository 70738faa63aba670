// The report: what the bench prints, and what it writes to BENCHMARKS.md.

import type { Cost } from '../measure/cost.ts'
import type { BenchResult, ContestantResult, Measurement, SizeResult } from './bench-result.ts'
import { count, megabytes, seconds, times } from './figures.ts'
import { ratio } from './statistics.ts'
import { table } from './table.ts'

type Figure = (cost: Cost) => number | null

const figures: readonly { name: string; of: Figure; write: (value: number | null) => string }[] = [
  { name: 'wall', of: cost => cost.wall, write: seconds },
  { name: 'CPU', of: cost => cost.cpu, write: seconds },
  { name: 'memory', of: cost => cost.memory, write: megabytes },
]

const figureOf = (measurement: Measurement | undefined, of: Figure): number | null =>
  measurement !== undefined && 'cost' in measurement ? of(measurement.cost) : null

export const writeReport = ({ machine, runs, seed, meter, sizes }: BenchResult): string =>
  [
    '# Benchmarks',
    'Written by `npm run bench`. Invented archives of 450–700 words a story; whole processes, one after the other in turn.',
    [
      ...machine,
      `${runs === 1 ? 'one run' : `median of ${runs} runs`}, seed ${seed}, CPU and memory by ${meter}`,
    ]
      .map(line => `- ${line}`)
      .join('\n'),
    ...sizes.flatMap(writeSize),
    ...(sizes.length > 1 ? ['## Growth', growth(sizes)] : []),
  ].join('\n\n')

const writeSize = (size: SizeResult): readonly string[] => {
  const dateline = size.contestants.find(({ key }) => key === 'dateline')
  const others = size.contestants.filter(contestant => contestant !== dateline)
  return [
    `## ${count(size.stories)} stories`,
    costTable(size, dateline, others),
    censusTable(size.contestants),
    floorTable(size, dateline),
    ...(size.extras.length > 0 ? [extrasTable(size, dateline)] : []),
    ...failures(size),
  ]
}

const tasks = { full: 'full build', publish: 'publish one story' } as const

const costTable = (
  { contestants: all, byGit }: SizeResult,
  dateline: ContestantResult | undefined,
  others: readonly ContestantResult[],
): string => {
  const compared = dateline === undefined ? [] : others
  const rows = (['full', 'publish'] as const).flatMap(task =>
    figures.map(({ name, of, write }) => [
      `${tasks[task]}, ${name}`,
      ...all.map(contestant => write(figureOf(contestant[task], of))),
      ...compared.map(other => times(ratio(figureOf(dateline?.[task], of), figureOf(other[task], of)))),
    ]),
  )
  const written = ['files written for one story', ...all.map(contestant => count(contestant.written))]
  const found = figures.map(({ name, of, write }) => [
    `the same, found by git, ${name}`,
    ...all.map(({ key }) => (key === 'dateline' ? write(figureOf(byGit ?? undefined, of)) : '')),
  ])
  const head = ['', ...all.map(({ name }) => name), ...compared.map(({ name }) => `Dateline / ${name}`)]
  return table(head, [...rows, ...(byGit === null ? [] : found), written])
}

const censusTable = (all: readonly ContestantResult[]): string => {
  const row = (name: string, of: (contestant: ContestantResult) => string) => [name, ...all.map(of)]
  return table(
    ['the site', ...all.map(({ name }) => name)],
    [
      row('pages', ({ census }) => count(census?.pages ?? null)),
      row('feeds', ({ census }) => count(census?.feeds ?? null)),
      row('sitemaps', ({ census }) => count(census?.sitemaps ?? null)),
      row('other files', ({ census }) => count(census?.others ?? null)),
      row('size', ({ census }) => megabytes(census?.bytes ?? null)),
    ],
  )
}

const floorTable = ({ floors }: SizeResult, dateline: ContestantResult | undefined): string =>
  table(
    ['the floor', 'wall', 'CPU', 'memory', 'Dateline’s publish / this'],
    floors.map(({ name, measurement }) => [
      name,
      ...figures.map(({ of, write }) => write(figureOf(measurement, of))),
      times(
        ratio(
          figureOf(dateline?.publish, cost => cost.wall),
          figureOf(measurement, cost => cost.wall),
        ),
      ),
    ]),
  )

/** Full builds with them are measured once. */
const extrasTable = ({ extras }: SizeResult, dateline: ContestantResult | undefined): string =>
  table(
    ['Dateline with more', 'wall', 'CPU', 'memory', 'wall / without'],
    extras.map(({ name, base, measurement }) => [
      name,
      ...figures.map(({ of, write }) => write(figureOf(measurement, of))),
      times(
        ratio(
          figureOf(measurement, cost => cost.wall),
          figureOf(dateline?.[base], cost => cost.wall),
        ),
      ),
    ]),
  )

const failures = ({ contestants, byGit, extras }: SizeResult): readonly string[] => {
  const ofContestants = contestants.flatMap(({ name, full, publish }) =>
    [full, publish].flatMap((measurement, at) =>
      'reason' in measurement
        ? [`${name}, ${at === 0 ? tasks.full : tasks.publish}: ${measurement.reason}`]
        : [],
    ),
  )
  const ofDateline = [
    ...(byGit === null ? [] : [{ name: 'found by git', measurement: byGit }]),
    ...extras,
  ].flatMap(({ name, measurement }) =>
    'reason' in measurement ? [`Dateline, ${name}: ${measurement.reason}`] : [],
  )
  return [...ofContestants, ...ofDateline]
}

/** Wall times of each size against those of the smallest. */
const growth = (sizes: readonly SizeResult[]): string => {
  const [smallest, ...larger] = sizes.toSorted((one, other) => one.stories - other.stories)
  if (smallest === undefined) return ''
  const rows = smallest.contestants.flatMap(({ key, name }) =>
    (['full', 'publish'] as const).map(task => {
      const wallAt = ({ contestants }: SizeResult) =>
        figureOf(contestants.find(contestant => contestant.key === key)?.[task], cost => cost.wall)
      return [`${name}, ${tasks[task]}`, ...larger.map(size => times(ratio(wallAt(size), wallAt(smallest))))]
    }),
  )
  const foundAt = ({ byGit }: SizeResult) => figureOf(byGit ?? undefined, cost => cost.wall)
  if (smallest.byGit !== null)
    rows.push([
      'Dateline, publish one story, found by git',
      ...larger.map(size => times(ratio(foundAt(size), foundAt(smallest)))),
    ])
  const head = ['wall time', ...larger.map(({ stories }) => `${count(stories)} / ${count(smallest.stories)}`)]
  return table(head, rows)
}
