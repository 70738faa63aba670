// Invariants 2 and 5 in a repository: each publish asks git what changed, or a person names it, or it looks for itself.

import { expect, test } from 'vitest'
import { readers } from '../../src/domain/audience.ts'
import { anyWayWithGit } from '../rig/random-edits.ts'
import { patience, trySequences } from '../rig/try-sequences.ts'

test(
  'any edits, committed and published one by one, come to what a clean build makes',
  async () => {
    const tally = await trySequences({ ways: anyWayWithGit, audience: readers, sequences: 10, trial: 1 })
    expect(tally.unchanged / tally.planned).toBeLessThan(0.1)
  },
  patience,
)
