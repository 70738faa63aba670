import { tmpdir } from 'node:os'
import { describe, expect, test } from 'vitest'
import { findGnuTime } from '../../scripts/bench/measure/gnu-time.ts'
import { procSamples } from '../../scripts/bench/measure/proc-samples.ts'

const node = (script: string) => ({ program: process.execPath, args: ['-e', script], cwd: tmpdir() })
const meters = [procSamples, findGnuTime()].filter(meter => meter !== null)

describe.each(meters)('measuring by $name', ({ measure }) => {
  test('tells what a process cost', async () => {
    const script = 'const end = Date.now() + 200; while (Date.now() < end); new Uint8Array(30e6).fill(1)'
    expect(await measure(node(script))).toMatchObject({ ok: true })
  })

  test('says why a process failed', async () => {
    const failed = await measure(node('console.error("no ink"); process.exit(3)'))
    expect(failed).toMatchObject({ ok: false, fault: expect.stringMatching(/^ended with 3: .*no ink/s) })
  })

  test('says that a process ran out of memory, not where in Node that was', async () => {
    const script =
      'console.error("FATAL ERROR: Reached heap limit\\n 1: 0xb7a940 node::Abort()"); process.exit(134)'
    expect(await measure(node(script))).toMatchObject({
      ok: false,
      fault: 'ended with 134: Reached heap limit',
    })
  })

  test('says that there is no such program', async () => {
    expect(await measure({ program: 'no-such-program', args: [], cwd: tmpdir() })).toMatchObject({
      ok: false,
    })
  })
})
