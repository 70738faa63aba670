// Invariant 3: the same bytes under another time zone, locale, clock, file order and path.

import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDemonstration, keepPictures } from '../rig/demonstration.ts'
import type { Files, SiteFolder } from '../rig/site-folder.ts'

const now = '2026-01-01T00:00:00Z'

const buildWith = (
  site: SiteFolder,
  environment: Record<string, string>,
  flags = [`--now=${now}`],
): Files => {
  const command = ['scripts/run.js', 'build', ...flags]
  const { status, stdout } = site.spawn(process.execPath, command, environment)
  expect(status, stdout).toBe(0)
  return site.snapshot('_site')
}

describe('the same newsroom gives the same bytes', () => {
  let site: SiteFolder
  let expected: Files
  beforeAll(() => {
    site = createDemonstration()
    expected = buildWith(site, { TZ: 'UTC' })
    keepPictures(site)
  })
  afterAll(() => site.dispose())

  test('on a machine in New York', () => {
    site.remove('_site')
    expect(buildWith(site, { TZ: 'America/New_York' })).toEqual(expected)
  })

  test('on a machine in India that speaks Hindi, under the plain clock of an environment variable', () => {
    site.remove('_site')
    const hindi = { LANG: 'hi_IN.UTF-8', LC_ALL: 'hi_IN.UTF-8', LANGUAGE: 'hi' }
    const environment = { ...hindi, TZ: 'Asia/Kolkata', DATELINE_NOW: now }
    expect(buildWith(site, environment, [])).toEqual(expected)
  })

  test('on the other side of the date line, at another moment at which nothing has fallen due', () => {
    site.remove('_site')
    expect(buildWith(site, { TZ: 'Pacific/Kiritimati' }, ['--now=2027-05-05T05:05:05+02:00'])).toEqual(
      expected,
    )
  })

  test('from another path, with the files created in another order', () => {
    const where = mkdtempSync(join(tmpdir(), 'näher dran '))
    const other = createDemonstration(where)
    for (const folder of ['content', '_data']) other.remove(folder)
    const files = { ...site.snapshot('content') }
    for (const file of Object.keys(files).reverse()) {
      mkdirSync(join(other.root, 'content', file, '..'), { recursive: true })
      cpSync(join(site.root, 'content', file), join(other.root, 'content', file))
    }
    cpSync(join(site.root, '_data'), join(other.root, '_data'), { recursive: true })
    expect(buildWith(other, { TZ: 'Australia/Lord_Howe' })).toEqual(expected)
    rmSync(where, { recursive: true })
  })
})
