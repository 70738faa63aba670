// Nothing that stands below content/ runs before it was refused, whatever starts the build.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { attemptBuild, publishInProcess } from '../rig/build-in-process.ts'
import { storyFile, storyText } from '../rig/site-data.ts'
import { createSite } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'

const now = at('2024-10-25T00:00:00Z')
const ran = 'ran.txt'
const note = `process.getBuiltinModule('node:fs').writeFileSync('${ran}', 'x')`
const fields = '{ title: "A page", summary: "What it is." }'

/** All of them would run at a build of plain Eleventy. */
const programs: Readonly<Record<string, string>> = {
  'content/content.11tydata.js': `${note}\nexport default {}\n`,
  'content/content.json': JSON.stringify({
    eleventyComputed: { x: `{{ ''.constructor.constructor("${note}")() }}` },
  }),
  'content/dateline/dateline.11tydata.cjs': `${note}\nmodule.exports = {}\n`,
  'content/letters/x.11ty.js': `${note}\nexport default () => ''\n`,
  'content/pages/plan.md': `---js\n${note}\nconst title = 'x'\n---\nWords.\n`,
  'content/pages/plan.njk': `---jsLegacy\n(${note}, ${fields})\n---\nWords.\n`,
  [storyFile]: `---js\n(${note}, ${fields})\n---\nWords.\n`,
}
const site = createSite({ [storyFile]: storyText(), ...programs })
afterAll(() => site.dispose())

test('a build refuses each of them by name, and runs none', async () => {
  const built = await attemptBuild(site, now)
  const found = built.ok ? [] : built.fault.map(({ code, location }) => `${location.file} ${code}`)
  expect(found.sort()).toEqual([
    'content/content.11tydata.js program-misplaced',
    'content/content.json program-misplaced',
    'content/dateline/dateline.11tydata.cjs program-misplaced',
    'content/letters/x.11ty.js program-misplaced',
    'content/pages/plan.md front-matter-program',
    'content/pages/plan.njk front-matter-program',
    `${storyFile} front-matter-program`,
  ])
  expect(existsSync(join(site.root, ran))).toBe(false)
})

test('plain Eleventy runs none of them either', () => {
  const { status, stderr } = site.spawn(
    process.execPath,
    ['node_modules/@11ty/eleventy/cmd.cjs', '--quiet'],
    { DATELINE_NOW: '2024-10-25T00:00:00Z' },
  )
  expect([status, existsSync(join(site.root, ran))]).toEqual([1, false])
  expect(stderr).toContain('content/content.json:1:1 error program-misplaced')
})

test('nor does what only Eleventy takes for a program, by its own rules for the first line', async () => {
  for (const file of Object.keys(programs)) site.remove(file)
  site.write(storyFile, storyText())
  site.write('content/letters/x.md', `---\rjs\n(${note}, ${fields})\n---\nWords.\n`)
  await expect(publishInProcess(site, now)).rejects.toThrow('letters/x.md')
  expect(existsSync(join(site.root, ran))).toBe(false)
  site.remove('content/letters/x.md')
})

test('without them the site is built, with the programs of content/pages/, whatever was left beside its data', async () => {
  site.write(
    'content/pages/team.11ty.js',
    "export const data = { title: 'Team', permalink: '/team/' }\nexport default () => '<p>Us.</p>'\n",
  )
  site.write('_data/._awards.json', '\u0000\u0005 what macOS leaves beside awards.json')
  await publishInProcess(site, now)
  expect(site.read('_site/team/index.html')).toContain('<p>Us.</p>')
})
