// What editors, systems and version control leave in the folders of a site is in no published file, and is named.

import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { attemptBuild, publishInProcess } from '../rig/build-in-process.ts'
import { storyFile, storyText } from '../rig/site-data.ts'
import { createSite } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'

const now = at('2024-10-25T00:00:00Z')
const page = '---\ntitle: A page\nsummary: What nobody should see.\n---\nhidden words {{ 6 * 7 }}\n'
const conflict = "about (Ann's conflicted copy) [2]+@!*{a,b}.md"

const named = {
  [`content/pages/${conflict}`]: page,
  'content/static/.DS_Store': 'hidden words',
  'content/static/.env': 'hidden words',
  'content/static/.git/config': 'hidden words',
  'content/static/.git/objects/ab/cd': 'hidden words',
  'content/static/.htpasswd': 'hidden words',
  'content/static/draft.swp': 'hidden words',
  'content/static/files/Thumbs.db': 'hidden words',
  'content/static/notes.md~': 'hidden words',
  'content/stories/.git/HEAD': 'hidden words',
  'content/stories/.git/logs/x.md': 'hidden words',
}
const quiet = {
  'content/pages/.about.md': page,
  'content/pages/.obsidian/plan.md': page,
  'content/pages/node_modules/x/README.md': page,
  'content/stories/2024/10/24/.harbour-reopens.md.swp': 'hidden words',
}
const kept = { 'content/static/.nojekyll': '', 'content/static/.well-known/assetlinks.json': '[]' }

const site = createSite({ [storyFile]: storyText(), ...named, ...quiet, ...kept })
afterAll(() => site.dispose())

const published = () => Object.entries(site.snapshot('_site'))

test('nothing of it is published, each is named once, and what is well-known stays', async () => {
  const { warnings } = await publishInProcess(site, now)
  expect(warnings.map(({ code, location }) => `${location.file} ${code}`)).toEqual([
    `content/pages/${conflict} file-left-out`,
    'content/static/.DS_Store file-left-out',
    'content/static/.env secret-left-out',
    'content/static/.git/ file-left-out',
    'content/static/.htpasswd secret-left-out',
    'content/static/draft.swp file-left-out',
    'content/static/files/Thumbs.db file-left-out',
    'content/static/notes.md~ file-left-out',
    'content/stories/.git/ file-left-out',
  ])
  const files = published()
  expect(files.filter(([, text]) => text.includes('hidden words')).map(([file]) => file)).toEqual([])
  const dotted = files.map(([file]) => file).filter(file => /(?:^|\/)\./.test(file))
  expect(dotted).toEqual(['.nojekyll', '.well-known/assetlinks.json', '.well-known/trust.txt'])
})

test('nor what .eleventy.js has copied from elsewhere', async () => {
  const config = site.read('.eleventy.js')
  const copying = "addPlugin(dateline)\n  eleventyConfig.addPassthroughCopy('assets')"
  const names = ['.DS_Store', '.git/config', '.git/HEAD', 'map.txt']
  const other = createSite({
    '.eleventy.js': config.replace('addPlugin(dateline)', copying),
    ...Object.fromEntries(names.map(name => [`assets/${name}`, 'words'])),
  })
  const { warnings } = await publishInProcess(other, now)
  const files = Object.keys(other.snapshot('_site'))
  other.dispose()
  expect(files.filter(file => file.startsWith('assets'))).toEqual(['assets/map.txt'])
  expect(warnings.map(({ message, location }) => `${location.file} ${message.split(',')[0]}`)).toEqual([
    '.eleventy.js .eleventy.js has assets/.git/ copied',
  ])
})

test('a page has no address that servers do not show', async () => {
  site.write('content/pages/odd.md', page.replace('---\n', '---\npermalink: /.odd/index.html\n'))
  const built = await attemptBuild(site, now)
  const errors = built.ok ? [] : built.fault.filter(({ severity }) => severity === 'error')
  expect(errors.map(({ code, location }) => `${location.file} ${code}`)).toEqual([
    'content/pages/odd.md output-hidden',
  ])
  site.remove('content/pages/odd.md')
  await publishInProcess(site, now)
})

test('plain Eleventy publishes nothing of it either', () => {
  const expected = published().map(([file]) => file)
  site.remove('_site')
  const { status, stderr } = site.spawn(
    process.execPath,
    ['node_modules/@11ty/eleventy/cmd.cjs', '--quiet'],
    { DATELINE_NOW: '2024-10-25T00:00:00Z' },
  )
  expect(status, stderr).toBe(0)
  expect(published().map(([file]) => file)).toEqual(expected)
})

test('a file that was published goes when its name makes it one of them, and comes back', async () => {
  const names = async () => {
    await publishInProcess(site, now)
    return published().map(([file]) => file)
  }
  site.write('content/static/plan.txt', 'words')
  expect(await names()).toContain('plan.txt')
  site.remove('content/static/plan.txt')
  site.write('content/static/plan.txt.bak', 'words')
  expect((await names()).filter(name => name.startsWith('plan'))).toEqual([])
  site.remove('content/static/plan.txt.bak')
  site.write('content/static/plan.txt', 'words')
  expect(await names()).toContain('plan.txt')
})

test('a pipe, and a link that leads out of the site, stop the build by name', async () => {
  const make = (program: string, ...words: string[]) =>
    spawnSync(program, words, { cwd: join(site.root, 'content/static') })
  mkdirSync(join(site.root, 'content/static'), { recursive: true })
  make('mkfifo', 'pipe.txt')
  make('ln', '-s', '/etc/passwd', 'passwd.txt')
  make('ln', '-s', 'nowhere', 'dangling.txt')
  const built = await attemptBuild(site, now)
  const errors = built.ok ? [] : built.fault.filter(({ severity }) => severity === 'error')
  expect(errors.map(({ code, location }) => `${location.file} ${code}`)).toEqual([
    'content/static/dangling.txt file-link',
    'content/static/passwd.txt file-link',
    'content/static/pipe.txt file-special',
  ])
})
