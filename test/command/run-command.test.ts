import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { projectRoot } from '../rig/site-folder.ts'

test('a reader that has read enough ends a command without a word', () => {
  const command = 'node scripts/run.js build --help | true; echo "status $PIPESTATUS"'
  // By that name bash tells the status of the first of the two.
  const { stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: projectRoot, encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(stdout).toBe('status 0\n')
})
