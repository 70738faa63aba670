// A disk that has no room left: each command names the file and what to do, leaves no half story, and forgets nothing.

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { storyFile, storyText } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'

let site: SiteFolder
let disk: string
beforeEach(() => {
  site = createSite({ [storyFile]: storyText() })
  disk = mkdtempSync(join(tmpdir(), 'dateline-full-'))
})
afterEach(() => {
  site.dispose()
  rmSync(disk, { recursive: true })
})

/** The mount goes with the process. */
const alone = [...(process.getuid?.() === 0 ? [] : ['--map-root-user']), '--mount']

const canMount = (): boolean =>
  spawnSync('unshare', [...alone, 'mount', '-t', 'tmpfs', 'tmpfs', tmpdir()]).status === 0

const script = `
mount -t tmpfs -o size=16m tmpfs "$1" && cp -rP "$2" "$1/site" && cd "$1/site" || exit
node="$3"; run() { "$node" scripts/run.js "$@" 2>&1; echo "status $?"; }
run build --changes-only=out >/dev/null
cat /dev/zero > filler 2>/dev/null
run build
run new Storm --section=world
run import --from="$4"
find content/stories -type f
rm filler
run build --changes-only=out
`

test('a full disk is told with the file, and what was pending stays so', () => {
  if (!canMount()) {
    console.warn('\n*** no disk can be mounted here, so full disks have not been tested ***\n')
    return
  }
  mkdirSync(join(site.root, 'old/_posts'), { recursive: true })
  writeFileSync(join(site.root, 'old/_config.yml'), 'title: Old\n')
  writeFileSync(
    join(site.root, 'old/_posts/2014-03-12-old.md'),
    '---\ntitle: Old news of the harbour\n---\nWords of the old days.\n',
  )
  const words = [disk, site.root, process.execPath, 'old']
  const env = { ...process.env, DATELINE_NOW: '2024-10-25T00:00:00Z' }
  const { status, stdout, stderr } = spawnSync('unshare', [...alone, 'sh', '-c', script, 'sh', ...words], {
    encoding: 'utf8',
    env,
  })
  expect([status, stderr]).toEqual([0, ''])
  const full = (file: string) =>
    `cannot write ${file}: the disk is full; free some space, then run it again\nstatus 1\n`
  const [built, started, imported, after] = stdout.split(/(?<=status 1\n)/)
  expect(built).toMatch(
    /^cannot write \.dateline\/\S+: the disk is full; free some space, then run it again\n/,
  )
  expect(started).toBe(full('content/stories/2024/10/25/storm.md'))
  expect(imported).toBe(full('content/stories/2014/03/12/old.md'))
  expect(after).toContain(`${storyFile}\n`)
  expect(after).not.toMatch(/storm\.md|old\.md/)
  expect(after).not.toContain('full build')
  expect(after).toMatch(/files of these were in an earlier folder already/)
  expect(after).toContain('status 0')
})
