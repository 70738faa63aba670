// npm run soak: random edits, kills and damage for as long as there is time, each run with other ones.

import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from '../src/command/run-command.ts'

const folder = 'test/invariants'

await runCommand({
  help: `Tries what npm test tries of the invariants, but for longer and with other random values.

npm run soak -- [flags]
  --minutes=<number>          for each kind of trial (default: SOAK_MINUTES, else 10)
  --seed=<number>             the random values of an earlier run (default: new ones)
  --only=<name>               only the trials whose file has this in its name: one-by-one, in-git, killed …
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
        `${name} failed; npm run soak -- --seed=${seed} --minutes=${minutes} --only=${trial} tries the same again`,
      )
    }
    return failed.length === 0 ? 0 : 1
  },
})
