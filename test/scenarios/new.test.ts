import { afterEach, expect, test } from 'vitest'
import { runInProcess } from '../rig/run-in-process.ts'
import { createSite, type Files, type SiteFolder } from '../rig/site-folder.ts'

let site: SiteFolder
const open = (files: Files = {}) => {
  site = createSite(files)
  return site
}
afterEach(() => site.dispose())

const now = '--now=2024-10-24T09:30:00+05:30'
const file = 'content/stories/2024/10/24/storm-passes.md'

test('A reporter begins a story, and it validates as it is', () => {
  const { run, read } = open()
  const begun = run(
    'new',
    'Storm passes',
    '--section',
    'world',
    '--author',
    'asha-rao',
    '--author',
    'Tom',
    now,
  )
  expect(begun).toMatchObject({ status: 0, stderr: '' })
  expect(begun.stdout).toContain(
    `${file}\nwill be published at https://bulletin.example/world/2024/10/24/storm-passes/`,
  )
  expect(begun.stdout).toContain(`Then: npm run release -- ${file}`)
  expect(read(file)).toBe(`---
title: Storm passes
date: 2024-10-24T09:30:00+05:30
summary: Replace this summary. Say in one or two sentences what happened, in 40 to 300 characters.
section: world
authors:
  - asha-rao
  - Tom
draft: true
---
Replace this line. The first sentence says what happened, where and when.
`)
  expect(run('validate')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^1 story is valid; links are checked when the site is built/),
  })
})

test('A story that is there is never written over', () => {
  const { run, read } = open({ [file]: 'months of work' })
  const again = run('new', 'Storm passes', '--section=world', now)
  expect(again.status).toBe(1)
  expect(again.stderr).toContain(`${file} exists already`)
  expect(read(file)).toBe('months of work')
})

test('A command that says too little or something wrong gets advice and writes nothing', () => {
  const { run, snapshot } = open()
  const before = snapshot('content')
  expect(run('new', 'Storm', '--section=wrold')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('did you mean “world”?'),
  })
  expect(run('new', 'Storm')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('needs a section, such as --section=world'),
  })
  expect(run('new', '--section=world')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('needs a headline, in quotes'),
  })
  expect(run('new')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('needs a headline, in quotes, and a section, such as --section=world'),
  })
  expect(run('new', 'Storm', '--sektion=world')).toMatchObject({ status: 2 })
  expect(snapshot('content')).toEqual(before)
})

test('Help says how to begin a story', () => {
  const help = open().run('new', '--help')
  expect(help).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('npm run new -- "Headline" --section=world'),
  })
})

test('The help says that the time is that of the story', async () => {
  const { stdout, status } = await runInProcess(open(), 'new', '--help')
  expect(stdout).toMatch(/--now=<time> +its date, such as /)
  expect(status).toBe(0)
})
