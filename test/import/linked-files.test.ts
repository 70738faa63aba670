// Files that stories link to are published where they were, and what may not be published is told.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readTargetSite } from '../../src/import/read-target-site.ts'
import { attemptBuild } from '../rig/build-in-process.ts'
import { createSite } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'
import { importFolder, sentence, twoFolders } from './archive-on-disk.ts'

const links = `[tides](/files/Tides.csv), [chart](/img/chart-300x200.png), [odd](/files/a%20%281%29.csv), [clash](/world/),
[on the host](https://old.example/FILES/tides.csv?v=2), [broken](/files/broken.jpg), [hidden](/_private/list.csv),
[program](/files/run.js), [gone](/files/gone.pdf), [beside](notes.csv), [a drawing](/files/run.svg)`

it('files that stories link to come along, and the site is published', async () => {
  const site = createSite()
  onTestFinished(() => site.dispose())
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAYAAAAECAMAAACa2r5xAAAAA1BMVEXIWihNJ+cGAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAC0lEQVR42mNgwA0AABwAAcdGaXkAAAAASUVORK5CYII=',
    'base64',
  )
  const story = (body: string, more = '') => `---\ntitle: Tides\n${more}---\n${sentence}\n\n${body}\n`
  const { from } = twoFolders({
    '_config.yml': 'permalink: /:year/:title/\nurl: https://old.example\n',
    '_posts/2023-11-05-tides.md': story(links),
    '_posts/2023-11-06-plan.md': story('[plan](/files/plan.csv)', 'published: false\n'),
    'files/Tides.csv': 'hour,metres\n6,2.1\n',
    'files/a (1).csv': 'a\n',
    'files/plan.csv': 'a\n',
    'files/broken.jpg': 'no picture at all',
    'files/run.js': 'alert(1)',
    'files/run.svg': '<svg xmlns="http://www.w3.org/2000/svg" onload="run()"/>',
    '_posts/notes.csv': 'a\n',
    '_private/list.csv': 'a\n',
    'img/chart.png': png,
  })
  const { report, stories, notesOf } = importFolder(from, site.root, {
    ...{ zone: 'Asia/Kolkata', site: readTargetSite(site.root) },
  })
  const text = stories['2023/11/05/tides.md'] ?? ''
  expect(text).toContain('[tides](/files/Tides.csv)')
  expect(text).toContain('[on the host](/files/Tides.csv)')
  expect(existsSync(join(site.root, 'content/static/files/plan.csv'))).toBe(false)
  expect(existsSync(join(site.root, 'content/static/_private'))).toBe(false)
  expect(notesOf('_posts/2023-11-05-tides.md').join()).toContain('Left out a linked file')
  expect(report.files.filter(({ status }) => status === 'rejected')).toEqual([])
  const built = await attemptBuild(site, at('2026-01-01T00:00:00Z'))
  expect(built.ok ? [] : built.fault.filter(({ severity }) => severity === 'error')).toEqual([])
  const published = Object.keys(site.snapshot('_site'))
  expect(published).toContain('files/Tides.csv')
  expect(published).toContain('img/chart-300x200.png')
  expect(published.filter(path => /broken|run\.|list\.csv|plan\.csv/.test(path))).toEqual([])
  expect(text).toContain('[odd](/files/a%20%281%29.csv)')
  expect(text).toContain('[beside](/2023/tides/notes.csv)')
})
