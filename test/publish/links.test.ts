// A link on the disk may lead anywhere. Nothing outside the site is ever moved, changed or removed.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { publishInProcess } from '../rig/build-in-process.ts'
import { storyFile, storyText } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'

let site: SiteFolder
let outside: string
const precious = () => readFileSync(join(outside, 'deep/precious.txt'), 'utf8')

beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), 'outside-'))
  mkdirSync(join(outside, 'deep'))
  writeFileSync(join(outside, 'deep/precious.txt'), 'keep me')
  site = createSite({ [storyFile]: storyText() })
})
afterEach(() => {
  site.dispose()
  rmSync(outside, { recursive: true })
})

test.each([
  ['content/static/outside', 3],
  ['content/stories/2024/outside', 3],
  ['content/bulletins/outside', 1],
  ['content/pages/outside', 1],
])('a link %s to a folder elsewhere is a problem, and the folder stays as it is', (link, expected) => {
  mkdirSync(join(site.root, link, '..'), { recursive: true })
  symlinkSync(outside, join(site.root, link))
  const { status, stdout } = site.run('build')
  expect(status).toBe(expected)
  expect(stdout).toContain(`${link}:1:1 error file-link`)
  expect(precious()).toBe('keep me')
  const published = existsSync(join(site.root, '_site')) ? site.snapshot('_site') : {}
  expect(Object.keys(published).filter(file => file.includes('outside'))).toEqual([])
})

test('a link to a single file is a problem too; an editor’s lock file is not', () => {
  symlinkSync(join(outside, 'deep/precious.txt'), join(site.root, 'content/static/notes.txt'))
  symlinkSync('asha@desk.4711:1729742400', join(site.root, 'content/static/.#favicon.svg'))
  const { stdout } = site.run('build')
  expect(stdout).toContain('content/static/notes.txt:1:1 error file-link')
  expect(stdout).toContain('1 problem')
  expect(precious()).toBe('keep me')
})

test('a link that a plugin copies into the site is refused, and what it leads to stays', () => {
  mkdirSync(join(site.root, 'assets'))
  symlinkSync(outside, join(site.root, 'assets/outside'))
  const config = site
    .read('.eleventy.js')
    .replace(
      'await eleventyConfig.addPlugin(dateline)',
      "$&\n  eleventyConfig.addPassthroughCopy({ assets: 'assets' })",
    )
  site.write('.eleventy.js', config)
  const { status, stderr } = site.run('build')
  expect(precious()).toBe('keep me')
  expect(status).toBe(1)
  expect(stderr).toContain('assets/outside is a symbolic link')
})

test('a link in _site is not written through, nor emptied', async () => {
  await publishInProcess(site, at('2024-10-27T00:00:00Z'))
  rmSync(join(site.root, '_site/world'), { recursive: true })
  symlinkSync(outside, join(site.root, '_site/world'))
  const { status, stderr } = site.run('build')
  expect(status).toBe(1)
  expect(stderr).toContain('_site/world is a symbolic link')
  site.remove(storyFile)
  site.run('build')
  expect(precious()).toBe('keep me')
  expect(existsSync(join(outside, 'index.html'))).toBe(false)
})
