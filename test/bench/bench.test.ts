import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isInstalled } from '../rig/programs.ts'
import { projectRoot } from '../rig/site-folder.ts'

const bench = (...flags: string[]) =>
  spawnSync(process.execPath, ['scripts/run.js', 'bench', ...flags], {
    cwd: projectRoot,
    encoding: 'utf8',
  })

test('a small bench builds sites of equal pages, writes its report and leaves nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-test-'))
  try {
    const report = join(folder, 'report.md')
    const only = isInstalled('hugo', 'version') ? 'dateline,hugo,eleventy' : 'dateline,eleventy'
    const { status, stdout, stderr } = bench(
      ...['--stories=20', '--runs=1', `--only=${only}`, `--work=${folder}`, `--report=${report}`],
    )
    expect(stderr).not.toMatch(/error/i)
    expect(status).toBe(0)
    expect(readdirSync(folder)).toEqual(['report.md'])
    expect(readFileSync(report, 'utf8')).toBe(stdout)
    expect(stdout).not.toMatch(/^\w+, [a-z0-9 ,]+: /m)
    for (const sort of ['pages', 'feeds', 'sitemaps', 'other files']) {
      const line = stdout.split('\n').find(text => text.startsWith(`| ${sort}`)) ?? ''
      const counts = line.split('|').slice(2, -1).map(Number)
      expect(counts.length, sort).toBe(only.split(',').length)
      // Dateline has a few more, such as feeds of breaking news and of corrections.
      const [ofDateline = 0, ...others] = counts
      expect(new Set(others).size, `${sort}: ${counts}`).toBe(1)
      expect(ofDateline, `${sort}: ${counts}`).toBeGreaterThanOrEqual(others[0] ?? 0)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 180_000)

test('a contestant that nobody knows is refused, with the names that are known', () => {
  expect(bench('--only=jekyll')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('--only names “jekyll”; write some of dateline, hugo, eleventy'),
  })
})
