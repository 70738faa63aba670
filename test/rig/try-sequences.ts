// Tries random sequences of edits: so many, or as `npm run soak` asks, for so many minutes.

import fc from 'fast-check'
import type { Edition } from '../../src/store/edition.ts'
import type { Way } from './followed-site.ts'
import { publishInTurn, type Tally } from './publish-in-turn.ts'
import { randomSequence } from './random-edits.ts'

export type Trial = {
  readonly ways: fc.Arbitrary<Way>
  readonly audience: Edition['audience']
  readonly sequences: number
  /** Tells the trials apart: each tries other sequences. */
  readonly trial: number
}

const minutes = Number(process.env.SOAK_MINUTES ?? 0)

/** How long one trial may take, in ms. */
export const patience = Math.max(5, 2 * minutes) * 60_000

/** What the publishes came to, counted while they are made. */
export const trySequences = async ({ ways, audience, sequences, trial }: Trial): Promise<Tally> => {
  const tally: Tally = { publishes: 0, refused: 0, fullBuildReason: 0, planned: 0, unchanged: 0 }
  const property = fc.asyncProperty(randomSequence(ways), sequence =>
    publishInTurn(sequence, audience, tally),
  )
  const soak = { numRuns: 1_000_000, interruptAfterTimeLimit: minutes * 60_000 }
  const { seed = 0 } = fc.readConfigureGlobal()
  await fc.assert(property, {
    seed: seed + trial,
    ...(minutes > 0 ? soak : { numRuns: sequences }),
    // To make a failure smaller takes very many builds.
    endOnFailure: true,
  })
  return tally
}
