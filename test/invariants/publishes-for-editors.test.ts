// Invariants 2 and 5 for those who see drafts and what is held: the preview goes by changes as well.

import { expect, test } from 'vitest'
import { editors } from '../../src/domain/audience.ts'
import { anyWay } from '../rig/random-edits.ts'
import { patience, trySequences } from '../rig/try-sequences.ts'

test(
  'any edits, previewed one by one, come to what a clean preview shows',
  async () => {
    const tally = await trySequences({ ways: anyWay, audience: editors, sequences: 14, trial: 2 })
    expect(tally.unchanged / tally.planned).toBeLessThan(0.1)
  },
  patience,
)
