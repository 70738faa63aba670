// The flags of the bench, and the choices that they make.

import { tmpdir } from 'node:os'
import type { Contestant, ContestantKey } from './contestants/contestant.ts'
import { dateline } from './contestants/dateline.ts'
import { eleventy } from './contestants/eleventy.ts'
import { findHugo, howToGetHugo } from './contestants/hugo.ts'

export const benchFlags = {
  stories: { type: 'string', default: '1000,10000' },
  large: { type: 'boolean', default: false },
  runs: { type: 'string', default: '5' },
  only: { type: 'string', default: 'dateline,hugo,eleventy' },
  seed: { type: 'string', default: '1' },
  work: { type: 'string', default: tmpdir() },
  keep: { type: 'boolean', default: false },
  report: { type: 'string', default: 'BENCHMARKS.md' },
} as const

export const benchHelp = `Measures how long a full build and the publishing of one story take, compared with Hugo and plain Eleventy.

npm run bench -- [flags]
  --stories=<numbers>         sizes of the archives, in stories (default: 1000,10000)
  --large                     measure 100,000 stories as well, which takes hours
  --runs=<number>             number of rounds, of which the median counts (default: 5)
  --only=<names>              which of dateline, hugo, eleventy to measure (default: all)
  --seed=<number>             invent another archive of the same kind (default: 1)
  --work=<folder>             write the sites here (default: the system's temporary folder)
  --keep                      keep the sites afterwards
  --report=<file>             write the report to this file (default: BENCHMARKS.md)
  --help                      show this text`

const large = 100_000

/** A list of whole numbers from 1 on. Throws a plain message on anything else. */
export const readNumbers = (flag: string, list: string): readonly number[] =>
  list.split(',').map(word => {
    const number = Number(word.trim())
    if (Number.isSafeInteger(number) && number > 0) return number
    throw new Error(`--${flag} is “${list}”; write whole numbers such as 1000`)
  })

export const readSizes = (stories: string, isLarge: boolean): readonly number[] =>
  [...new Set([...readNumbers('stories', stories), ...(isLarge ? [large] : [])])].sort(
    (one, other) => one - other,
  )

/** Dateline first. `missing`: messages about contestants that are not installed here. */
export const findContestants = (
  only: string,
): { contestants: readonly Contestant[]; missing: readonly string[] } => {
  const known: Readonly<Record<ContestantKey, () => Contestant | null>> = {
    dateline: () => dateline,
    hugo: findHugo,
    eleventy: () => eleventy,
  }
  const asked = only.split(',').map(word => word.trim())
  const unknown = asked.find(word => !Object.hasOwn(known, word))
  if (unknown !== undefined)
    throw new Error(`--only names “${unknown}”; write some of ${Object.keys(known).join(', ')}`)
  const contestants = Object.entries(known)
    .filter(([key]) => asked.includes(key))
    .map(([, find]) => find())
    .filter(contestant => contestant !== null)
  const isMissing = asked.includes('hugo') && !contestants.some(({ key }) => key === 'hugo')
  return { contestants, missing: isMissing ? [howToGetHugo] : [] }
}
