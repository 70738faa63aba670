import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editors, readers } from '../../src/domain/audience.ts'
import type { Instant } from '../../src/domain/instant.ts'
import { now as clock, filesOf, randomStories } from '../rig/newsroom-arbitrary.ts'
import type { Files } from '../rig/site-folder.ts'
import { createPublishSequence, type PublishSequence } from './publish-sequence.ts'

describe('publishes one by one leave what one publish of the end leaves', () => {
  const step = fc.record({ stories: randomStories(), hours: fc.integer({ min: 0, max: 2_000 }) })

  test.each([readers, editors])('for $name', audience => {
    const property = fc.property(fc.array(step, { minLength: 2, maxLength: 4 }), steps => {
      const one = createPublishSequence(audience)
      let now = clock
      let files: Files = {}
      for (const { stories, hours } of steps) {
        now = (now + hours * 3_600_000) as Instant
        files = filesOf(stories)
        one.publish(files, now)
      }
      const fullBuildReason = createPublishSequence(audience)
      fullBuildReason.publish(files, now)
      const shown = (sequence: PublishSequence) => Object.fromEntries([...sequence.outputs()].sort())
      expect(shown(one)).toEqual(shown(fullBuildReason))
    })
    fc.assert(property, { numRuns: 20 })
  })

  test('and what changed between two of them was planned, nothing else', () => {
    const property = fc.property(randomStories(), randomStories(), (first, second) => {
      const sequence = createPublishSequence()
      sequence.publish(filesOf(first), clock)
      const before = new Map(sequence.outputs())
      const plan = sequence.publish(filesOf(second), clock)
      const after = sequence.outputs()
      const differs = [...after].filter(([path, { digest }]) => before.get(path)?.digest !== digest)
      expect(plan.pages.map(({ output }) => output).sort()).toEqual(differs.map(([path]) => path).sort())
      const gone = [...before.keys()].filter(path => !after.has(path))
      expect(plan.removals.map(({ output }) => output)).toEqual(expect.arrayContaining(gone))
    })
    fc.assert(property, { numRuns: 20 })
  })
})
