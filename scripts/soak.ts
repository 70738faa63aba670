// npm run soak: tries random edits, kills and damage for as long as you like, others in each run.

import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from '../src/command/run-command.ts'

const folder = 'test/invariants'

await runCommand({
  help: `Tests the invariants as npm test does, but for longer and with other random values.

npm run soak -- [flags]
  --minutes=<number>          how long to run each trial (default: SOAK_MINUTES, else 10)
  --seed=<number>             repeat the random values of an earlier run (default: new ones)
  --only=<name>               run only the trials with this in their file name: one-by-one, in-git, killed …
  --help                      show this text`,
  options: {
    minutes: { type: 'string', default: process.env.SOAK_MINUTES ?? '10' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
    only: { type: 'string', default: '' },
  },
  run: ({ values }) => {
    const { minutes, seed, only } = values
    if (!(Number(minutes) > 0)) throw new Error(`--minutes is “${minutes}”; write a number such as 30`)
    if (!Number.isInteger(Number(seed))) throw new Error(`--seed is “${seed}”; write a whole number`)
    const trials = readdirSync(folder).filter(name => name.startsWith('publishes-') && name.includes(only))
    if (trials.length === 0) throw new Error(`no trial in ${folder} has “${only}” in its name`)
    console.log(`seed ${seed}, ${minutes} minutes for each of: ${trials.join(', ')}`)
    const env = { ...process.env, SOAK_MINUTES: minutes, SEED: seed }
    const failed = trials.filter(name => {
      const flags = ['vitest', 'run', join(folder, name)]
      return spawnSync('npx', flags, { env, stdio: 'inherit' }).status !== 0
    })
    for (const name of failed) {
      const trial = name.replace(/^publishes-|\.test\.ts$/g, '')
      console.log(
        `${name} failed; to repeat it: npm run soak -- --seed=${seed} --minutes=${minutes} --only=${trial}`,
      )
    }
    return failed.length === 0 ? 0 : 1
  },
})
