// npm run check: form, types, unused code and tests, each with its time.

import { spawnSync } from 'node:child_process'
import { runCommand } from '../src/command/run-command.ts'

const steps = ['lint', 'types', 'unused', 'test']

await runCommand({
  help: `Runs every check that a commit must pass: ${steps.join(', ')}.

npm run check -- [--help]`,
  options: {},
  run: () => {
    for (const step of steps) {
      const start = performance.now()
      const { status } = spawnSync('npm', ['run', '--silent', step], { stdio: 'inherit' })
      const seconds = ((performance.now() - start) / 1000).toFixed(1)
      console.log(`${status === 0 ? 'ok' : 'FAILED'}  ${step}  ${seconds} s`)
      if (status !== 0) return 1
    }
    return 0
  },
})
