// A real archive of 500 dated posts: what is imported is built, checked and found again.

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { siteData } from '../rig/site-data.ts'
import { createSite, projectRoot } from '../rig/site-folder.ts'

const corpus = join(projectRoot, '../shared/corpora/18f')
const isThere = existsSync(corpus)
if (!isThere) console.warn(`SKIPPED: no archive at ${corpus}; the import of a real archive was not tried.`)

test.runIf(isThere)('every post of a real archive stands in the built site or is named in the report', () => {
  // Some of them are long reads.
  const site = createSite({ '_data/site.yaml': `${siteData['_data/site.yaml']}weight: 16000\n` })
  try {
    const taken = site.run('import', '--from', corpus, '--zone', 'America/New_York', '--section', 'nation')
    expect(taken.status, taken.stderr).toBe(0)
    const built = site.run('build', '--now=2026-01-01T00:00:00Z')
    expect(built.status, built.stdout).toBe(0)
    const imported = Object.entries(site.snapshot('content/stories')).filter(([file]) => file.endsWith('.md'))
    const stories = imported.map(([file]) => file)
    const pages = Object.keys(site.snapshot('_site'))
    const report = site.read('import-report.md')
    const posts = readdirSync(join(corpus, 'content/posts'), { recursive: true, encoding: 'utf8' })
    expect(stories.length).toBeGreaterThan(490)
    expect(imported.filter(([, text]) => /\{\{ ?"|\{% ?image/.test(text))).toEqual([])
    for (const story of stories) expect(pages).toContain(`nation/${story.replace(/\.md$/, '/index.html')}`)
    for (const post of posts) expect(report, post).toContain(post)
  } finally {
    site.dispose()
  }
})
