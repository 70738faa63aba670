// Invariants 2, 5 and 7: edits published one by one come to a clean build of where they end; each publish does what it must, and little more.

import { expect, test } from 'vitest'
import { readers } from '../../src/domain/audience.ts'
import { anyWay } from '../rig/random-edits.ts'
import { patience, trySequences } from '../rig/try-sequences.ts'

test(
  'any edits, published one by one, come to what a clean build makes; every file that changed was planned',
  async () => {
    const tally = await trySequences({ ways: anyWay, audience: readers, sequences: 28, trial: 0 })
    // Of pages that changes planned, by far the most come out different.
    expect(tally.unchanged / tally.planned).toBeLessThan(0.1)
    // Most of what was tried was sound, and went by changes.
    expect(tally.refused / tally.publishes).toBeLessThan(0.3)
    expect(tally.fullBuildReason / tally.publishes).toBeLessThan(0.6)
  },
  patience,
)
