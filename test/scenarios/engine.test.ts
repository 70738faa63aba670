import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { projectRoot } from '../rig/site-folder.ts'

let root: string
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'dateline-engine-')))
  for (const name of ['src', 'scripts', 'package.json', 'package-lock.json'])
    cpSync(join(projectRoot, name), join(root, name), { recursive: true })
  cpSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'), {
    recursive: true,
    filter: path => path === join(projectRoot, 'node_modules'),
  })
  for (const name of readdirSync(join(projectRoot, 'node_modules')).filter(one => one !== '.cache'))
    symlinkSync(join(projectRoot, 'node_modules', name), join(root, 'node_modules', name))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const help = () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['scripts/run.js', 'build', '--help'], {
    cwd: root,
    encoding: 'utf8',
  })
  return stdout + stderr
}
const compiled = () => readdirSync(join(root, 'node_modules/.cache/dateline')).sort()

test('the engine is compiled once for each state of its files', () => {
  const first = help()
  const [one] = compiled()
  expect(first).toContain('Builds the site')
  expect(help()).toBe(first)
  expect(compiled()).toEqual([one])
  const file = join(root, 'scripts/build.ts')
  writeFileSync(file, 'console.log("another engine")\n')
  expect(help()).toBe('another engine\n')
  expect(compiled()).toHaveLength(2)
})

test('where nothing can be written one plain line says so', () => {
  rmSync(join(root, 'node_modules'), { recursive: true })
  writeFileSync(join(root, 'node_modules'), '')
  writeFileSync(join(root, '.dateline'), '')
  expect(help()).toMatch(/^cannot write the compiled engine: .+; make one of them writable\n$/)
})

test('other packages make another engine: they are compiled in', () => {
  help()
  writeFileSync(join(root, 'package-lock.json'), '{}\n')
  help()
  expect(compiled()).toHaveLength(2)
})

test('what was compiled long ago goes when there is something new', () => {
  help()
  const [old = ''] = compiled()
  const before = new Date(Date.now() - 3 * 86_400_000)
  utimesSync(join(root, 'node_modules/.cache/dateline', old), before, before)
  writeFileSync(join(root, 'scripts/build.ts'), 'console.log("another engine")\n')
  help()
  expect(compiled()).not.toContain(old)
})

test('what cannot be compiled says where', () => {
  writeFileSync(join(root, 'scripts/build.ts'), 'const = 1\n')
  expect(help()).toContain('scripts/build.ts:1:6')
})
