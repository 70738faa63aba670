import { afterEach, beforeEach, expect, test } from 'vitest'
import { modulesOf } from '../../src/changes/modules.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'

let site: SiteFolder
beforeEach(() => {
  site = createSite({ 'lib/shout.js': 'export const shout = text => text.toUpperCase()\n' })
})
afterEach(() => site.dispose())

const config = (first: string) => site.write('.eleventy.js', `${first}\nexport default () => {}\n`)

test.each([
  "import { shout } from './lib/shout.js'",
  'export { shout } from "./lib/shout.js"',
  "import './lib/shout.js'",
  "const { shout } = await import( './lib/shout.js')",
  "import {\n  shout,\n} from './lib/shout.js'",
  "const { shout } = require('./lib/shout')",
  "import './lib/index.js'",
])('what .eleventy.js brings in by %j counts', first => {
  site.write('lib/index.js', "export * from './shout.js'\n")
  config(first)
  const other = createSite({
    '.eleventy.js': site.read('.eleventy.js'),
    'lib/index.js': site.read('lib/index.js'),
    'lib/shout.js': 'export const shout = text => text\n',
  })
  expect(modulesOf(site.root)).not.toBe(modulesOf(other.root))
  other.write('lib/shout.js', site.read('lib/shout.js'))
  // As this process had it.
  expect(modulesOf(site.root)).not.toBe(modulesOf(other.root))
  other.dispose()
})

test('packages, modules of Node and files that are not there do not', () => {
  config("import 'node:fs'\nimport 'luxon'\nimport './nowhere.js'")
  const none = modulesOf(site.root)
  config('')
  expect(modulesOf(site.root)).toBe(none)
})

test('modules may import each other in a circle', () => {
  site.write('lib/one.js', "import './two.js'\n")
  site.write('lib/two.js', "import './one.js'\nimport '../.eleventy.js'\n")
  config("import './lib/one.js'")
  expect(modulesOf(site.root)).toBe(modulesOf(site.root))
})

test('it is a full build when one of them was edited', () => {
  const run = () => site.run('build', '--now=2024-11-10T00:00:00Z').stdout
  config("import { shout } from './lib/shout.js'")
  site.write(
    '.eleventy.js',
    `import { shout } from './lib/shout.js'
import { engine } from './scripts/engine.js'
const { dateline } = await engine('dateline')
export default async eleventyConfig => {
  await eleventyConfig.addPlugin(dateline)
  eleventyConfig.addGlobalData('motto', shout('all the news'))
}
export const config = {
  dir: { input: 'content', includes: '../_includes', layouts: '_layouts', data: '../_data' },
  markdownTemplateEngine: 'njk',
  templateFormats: ['md', 'njk'],
}
`,
  )
  site.write('content/pages/team.md', '---\ntitle: Team\nsummary: Us.\n---\n{{ motto }}\n')
  run()
  expect(site.read('_site/team/index.html')).toContain('ALL THE NEWS')
  expect(run()).toContain('0 changed')
  site.write('lib/shout.js', 'export const shout = text => text + "!"\n')
  expect(run()).toContain('full build: a file that .eleventy.js imports changed')
  expect(site.read('_site/team/index.html')).toContain('all the news!')
})
