import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runImport } from '../../src/command/run-import.ts'
import { sentence, twoFolders } from './archive-on-disk.ts'

const project = join(import.meta.dirname, '../..')

const run = (folder: string, words: string[], env: Record<string, string> = {}) => {
  const script = join(project, 'scripts/run.js')
  try {
    const output = execFileSync(process.execPath, [script, 'import', ...words], {
      cwd: folder,
      env: { ...process.env, ...env },
      encoding: 'utf8',
      stdio: 'pipe',
    })
    return { status: 0, output }
  } catch (error) {
    const { status, stderr } = error as { status: number; stderr: string }
    return { status, output: stderr }
  }
}

const archive = {
  '_posts/2023-11-05-ferry.md': `---\ntitle: Ferry\ndate: 2023-11-05 09:00\n---\n${sentence} <b>Good.</b>\n`,
  '_posts/2023-11-06-empty.md': '',
}

describe('npm run import', () => {
  it('imports an archive into the site it is called in, and ends with a report', () => {
    const { from, to } = twoFolders(archive)
    const { status, output } = run(to, ['--from', from, '--zone', 'Asia/Kolkata'], { TZ: 'Pacific/Auckland' })
    expect(status).toBe(0)
    expect(output).toContain('2 items in the archive = 1 story + 0 drafts + 1 not taken')
    expect(output).toContain('1 × it is empty\n      _posts/2023-11-06-empty.md')
    const story = readFileSync(join(to, 'content/stories/2023/11/05/ferry.md'), 'utf8')
    expect(story).toContain('date: 2023-11-05T09:00:00+05:30\n')
    expect(story).toContain('**Good.**')
    const report = readFileSync(join(to, 'import-report.md'), 'utf8')
    expect(report).toContain('- `_posts/2023-11-05-ferry.md` → `content/stories/2023/11/05/ferry.md`')
    expect(run(to, ['--from', from, '--zone', 'Asia/Kolkata']).output).toContain('1 there already')
  }, 30_000)

  it('shows its help, and refuses what it does not know', () => {
    const { to } = twoFolders({})
    expect(run(to, ['--help'])).toMatchObject({
      status: 0,
      output: expect.stringContaining('--from <folder>'),
    })
    expect(run(to, ['--form', 'x'])).toMatchObject({ status: 2, output: expect.stringContaining('--form') })
  }, 30_000)

  it.each([
    [{}, 'Name the old site: --from <folder>.'],
    [{ from: 'nowhere' }, 'There is no folder or file nowhere'],
    [{ from: '.' }, 'the same folder'],
    [{ from: '_data/..' }, 'the same folder'],
    [{ from: 'content/stories' }, 'is part of the site that is imported into'],
    [{ from: '../old', zone: 'Mars/Olympus' }, 'There is no time zone Mars/Olympus'],
    [{ from: '../old', section: 'nope' }, 'There is no section nope'],
    [{ from: '../old', map: ['sport'] }, '--map sport lacks one of its two sides'],
    [{ from: '../old', calendar: 'jalali' }, '--calendar jalali is not a calendar that dates can be read in'],
    [{ from: '../old', 'day-order': 'first' }, '--day-order first is not what can come first in a date'],
    [{ from: '../old', base: 'old.example' }, '--base old.example is not the address of a site'],
  ])('says what is wrong with %j', (words, message) => {
    const { to } = twoFolders(archive)
    mkdirSync(join(to, 'content/stories'), { recursive: true })
    const { exitCode, output } = runImport(words, to)
    expect(exitCode).toBe(2)
    expect(output).toContain(message)
  })

  it.each([
    [{ 'pier.svg': '<svg/>' }, 'There is no story in ../old: no markdown'],
    [
      { 'export.zip': 'PK', 'pier.svg': '<svg/>' },
      'export.zip is packed: unpack it, and name what comes out',
    ],
    [{ 'a.xml.gz': '', 'b.xml.gz': '' }, 'a.xml.gz is packed: unpack it and the others like it'],
  ])('says so where nothing of an archive could be a story: %j', (files, message) => {
    const { to } = twoFolders(files)
    const { exitCode, output } = runImport({ from: '../old' }, to)
    expect(exitCode).toBe(2)
    expect(output).toContain(message)
  })
})
