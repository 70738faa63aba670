// npm run growth: builds hostile stories at doubling sizes, and names every shape that costs more than in proportion.

import { runCommand } from '../src/command/run-command.ts'
import { type Growth, grow, growApart, growEachApart } from './growth/grow.ts'
import { judge, leastOf, type Verdict } from './growth/judge.ts'
import { shapes } from './growth/shapes.ts'

await runCommand({
  help: `Builds a story of each hostile shape at doubling sizes. Names the shapes whose time or memory grows faster.

npm run growth -- [flags]
  --only=<name>               only the shapes with this in their name
  --to=<number>               the largest size, in kB (default: 512)
  --doublings=<number>        how many doublings lead to it (default: 3)
  --seconds=<number>          how long a shape may take in all (default: 120)
  --help                      show this text`,
  options: {
    only: { type: 'string', default: '' },
    to: { type: 'string', default: '512' },
    doublings: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '120' },
    shape: { type: 'string' },
    sizes: { type: 'string', default: '' },
  },
  run: async ({ values }) => {
    const { only, shape: alone } = values
    if (alone !== undefined) {
      const shape = shapes.find(({ name }) => name === alone)
      const sizes = values.sizes.split(',').map(Number)
      if (shape) await grow(shape, sizes, growth => console.log(JSON.stringify(growth)))
      return shape ? 0 : 2
    }
    for (const flag of ['to', 'doublings', 'seconds'] as const)
      if (!(Number(values[flag]) > 0))
        throw new Error(`--${flag} is “${values[flag]}”; write a number such as 30`)
    const doublings = Number(values.doublings)
    const largest = 1024 * Number(values.to)
    const sizes = Array.from({ length: doublings + 1 }, (_, n) => largest / 2 ** (doublings - n))
    const chosen = shapes.filter(({ name }) => name.includes(only))
    let [steady, worstOfAll] = [0, 0]
    for (const { name } of chosen) {
      const { isSteady, text, worst } = measure(name, sizes, Number(values.seconds))
      if (isSteady) steady += 1
      worstOfAll = Math.max(worstOfAll, worst)
      console.log(`${isSteady ? 'steady' : 'FASTER'}  ${name}: ${text}`)
    }
    const most = worstOfAll.toFixed(2)
    console.log(
      `${steady} of ${chosen.length} shapes grow in proportion; the most for a doubling was ${most} times`,
    )
    return steady === chosen.length ? 0 : 1
  },
})

/** A busy machine makes a steady shape seem to grow, short times above all: it is measured again, then at twice the size. */
function measure(name: string, sizes: readonly number[], seconds: number): Verdict {
  const apart = (factor: number) => () =>
    growEachApart(
      name,
      sizes.map(size => factor * size),
      seconds,
    )
  const verdict = judgeUntilSteady([() => growApart(name, sizes, seconds), apart(1), apart(1)], sizes.length)
  return verdict.isSteady ? verdict : judgeUntilSteady([apart(2), apart(2)], sizes.length)
}

function judgeUntilSteady(attempts: readonly (() => readonly Growth[])[], count: number): Verdict {
  const measurements: (readonly Growth[])[] = []
  for (const attempt of attempts) {
    measurements.push(attempt())
    const verdict = judge(leastOf(measurements), count)
    if (verdict.isSteady) return verdict
  }
  return judge(leastOf(measurements), count)
}
