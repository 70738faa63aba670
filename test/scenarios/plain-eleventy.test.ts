// `npx @11ty/eleventy` on a newsroom with a mistake: it is reported as our own build reports it, and the run ends.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { storyFile, storyText } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'

const command = ['node_modules/@11ty/eleventy/cmd.cjs', '--quiet']
const now = { DATELINE_NOW: '2024-10-25T00:00:00Z' }

let site: SiteFolder
beforeAll(() => {
  site = createSite()
})
afterAll(() => site.dispose())

const stack = /\n\s+at |stack trace|\[11ty\]/

const mistakes: readonly (readonly [what: string, file: string, text: string, said: readonly string[]])[] = [
  [
    'a field',
    'content/stories/2024/10/24/x.md',
    storyText({ section: 'wrld' }),
    ['x.md:5:10 error section-unknown', '→ did you mean “world”?', 'so nothing was written. Fix the errors'],
  ],
  [
    'a template',
    'content/pages/x.njk',
    '{{ page.url | upcase }}\n',
    ['content/pages/x.njk:1:15 error page-not-made', 'there is no filter “upcase”', '→ correct its name'],
  ],
]

test.each(mistakes)('%s: place, reason and remedy, once, and no stack', (_what, file, text, said) => {
  site.write(file, text)
  const { status, stderr } = site.spawn(process.execPath, command, now)
  site.remove(file)
  expect(status).toBe(1)
  for (const words of said) expect(stderr.split(words)).toHaveLength(2)
  expect(stderr).not.toMatch(stack)
})

test('warnings are printed as a build prints them, once, and the run goes on', () => {
  const imported = '{ from: a.md, nowhere: [/old/pier/, /about/] }'
  site.write(storyFile, storyText({ imported }, 'TODO: ask. [Pier](/old/pier/), [us](/about/).\n'))
  const { status, stderr } = site.spawn(process.execPath, command, now)
  site.remove(storyFile)
  expect(status, stderr).toBe(0)
  for (const words of ['1 link of imported stories leads nowhere', 'readers would see TODO: ask'])
    expect(stderr.split(words)).toHaveLength(2)
})

test('a wrong clock is one plain line', () => {
  const { status, stderr } = site.spawn(process.execPath, command, { DATELINE_NOW: 'soon' })
  expect(status).toBe(1)
  expect(stderr).toMatch(/^DATELINE_NOW: .*\n$/)
})

test('it ends though nobody reads what it prints any more', () => {
  const run = `timeout 60 "${process.execPath}" ${command.join(' ')}`
  site.spawn('sh', ['-c', `{ ${run} 2>&1; echo $? > ended; } | true`], now)
  expect(readFileSync(join(site.root, 'ended'), 'utf8')).toBe('0\n')
})
