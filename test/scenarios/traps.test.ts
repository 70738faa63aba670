// Mistakes that would publish something wrong in silence: each is refused, where it stands.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { runInProcess } from '../rig/run-in-process.ts'
import { storyFile, storyText } from '../rig/site-data.ts'
import { createSite, type Files, type SiteFolder } from '../rig/site-folder.ts'

let site: SiteFolder
afterEach(() => site.dispose())
const validated = async (files: Files) => {
  site = createSite(files)
  return (await runInProcess(site, 'validate')).stdout
}

const embargoed = storyText({ embargo: '2036-01-01T00:00:00Z' })
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

describe('a story in a wrong folder would be published at once, embargo or not', () => {
  test.each([
    'content/pages/secret.md',
    'content/secret.md',
    'content/drafts/secret.md',
    'content/static/secret.md',
  ])('%s', async file => {
    expect(await validated({ [file]: embargoed })).toContain(`${file}:5:1 error story-misplaced`)
    expect((await runInProcess(site, 'build')).status).toBe(3)
    const published = existsSync(join(site.root, '_site')) ? site.snapshot('_site') : {}
    expect(Object.keys(published).filter(name => name.includes('secret'))).toEqual([])
    expect(JSON.stringify(published)).not.toContain('Ships move again at noon')
  })
})

test('a page with a draft mark is told that pages have none; one without a title, that it needs one', async () => {
  const files = {
    'content/pages/plans.md': '---\ntitle: Plans\ndraft: true\n---\nx\n',
    'content/pages/blank.md': '---\ntitel: Blank\n---\nx\n',
    'content/pages/bare.md': 'Only words.\n',
  }
  const stdout = await validated(files)
  expect(stdout).toContain('content/pages/plans.md:3:1 error story-misplaced')
  expect(stdout).toContain('content/pages/blank.md:1:1 error page-untitled')
  expect(stdout).toContain('content/pages/bare.md:1:1 error page-untitled')
})

test('files among the stories that nothing is made of are named; what editors’ programs leave is not', async () => {
  const folder = 'content/stories/2024/10/24'
  const stdout = await validated({
    [`${folder}/a.markdown`]: storyText(),
    [`${folder}/b.MD`]: storyText(),
    [`${folder}/c.md.txt`]: storyText(),
    [`${folder}/d.docx`]: 'PK',
    [`${folder}/._e.md`]: 'Mac',
    [`${folder}/.f.md.swp`]: 'vi',
    [`${folder}/g.md~`]: 'emacs',
    [`${folder}/.DS_Store`]: 'Mac',
    [`${folder}/~$h.docx`]: 'Word',
  })
  expect(stdout.match(/\S+:1:1 warning file-ignored/g)).toEqual(
    ['a.markdown', 'b.MD', 'c.md.txt', 'd.docx'].map(name => `${folder}/${name}:1:1 warning file-ignored`),
  )
  expect(stdout).toContain('4 warnings')
})

test('a headline is not cut at its #', async () => {
  expect(await validated({ [storyFile]: storyText({ title: 'Team is #1 again' }) })).toContain(
    `${storyFile}:2:8 error text-cut`,
  )
  site.write(storyFile, storyText({ title: '"Team is #1 again" # checked' }))
  expect((await runInProcess(site, 'validate')).status).toBe(0)
})

test('a pull quote that is misspelt or never closed does not swallow the story', async () => {
  const stdout = await validated({
    [storyFile]: storyText(
      {},
      '::: pulquote\nx\n:::\n\n```\n``` js\n::: code\n```\n\n::: pullquote\nThe rest.\n',
    ),
  })
  expect(stdout).toContain(`${storyFile}:7:1 error container-unknown`)
  expect(stdout).toContain('did you mean “pullquote”?')
  expect(stdout).toContain(`${storyFile}:16:1 error container-unclosed`)
  expect(stdout).toContain('2 problems')
})

test('a picture needs words, and a name without brackets', async () => {
  site = createSite({ [storyFile]: storyText({}, '![](a.png)\n\n![The harbour](<photo (1).png>)\n') })
  for (const name of ['a.png', 'photo (1).png']) {
    site.writeBytes(`content/stories/2024/10/24/${name}`, png)
  }
  const { stdout } = await runInProcess(site, 'validate')
  expect(stdout).toContain(`${storyFile}:7:5 error picture-alt`)
  expect(stdout).toContain('rename the file to photo-1.png')
})

test('what a new story begins with is not published', async () => {
  site = createSite()
  await runInProcess(site, 'new', 'Ferry returns', '--section=nation', '--now=2024-10-24T09:30:00+05:30')
  const file = 'content/stories/2024/10/24/ferry-returns.md'
  expect((await runInProcess(site, 'validate')).status).toBe(0)
  site.write(file, site.read(file).replace('draft: true\n', ''))
  const { stdout } = await runInProcess(site, 'validate')
  expect(stdout).toContain(`${file}:4:10 error placeholder-left`)
  expect(stdout).toContain(`${file}:7:1 error placeholder-left`)
  site.write(
    file,
    site.read(file).replace(/summary: .*/, `summary: ${'What happened at the pier. '.repeat(3)}`),
  )
  expect((await runInProcess(site, 'validate')).stdout).toContain('1 problem')
})

test('a broken link of a plain page is shown where it is written', async () => {
  const files = { 'content/pages/links.md': '---\ntitle: Links\n---\nMore\nis [there](/nowhere/).\n' }
  site = createSite({ [storyFile]: storyText(), ...files })
  const wrong = 'content/pages/links.md:5:12 error link-broken'
  expect((await runInProcess(site, 'build', '--now=2024-10-25T00:00:00Z')).stdout).toContain(wrong)
  const eleventy = ['node_modules/@11ty/eleventy/cmd.cjs', '--quiet']
  expect(site.spawn(process.execPath, eleventy).stderr).toContain(wrong)
})

test('one link to a held story is one problem', async () => {
  site = createSite({
    [storyFile]: storyText({ embargo: '2036-01-01T00:00:00Z' }),
    'content/pages/links.md': '---\ntitle: Links\n---\n[More](/world/2024/10/24/harbour-reopens/)\n',
  })
  const { stdout } = await runInProcess(site, 'build', '--now=2024-10-25T00:00:00Z')
  expect(stdout).toContain('held until 2036-01-01T05:30:00+05:30')
  expect(stdout.trimEnd()).toMatch(/\n1 problem, 1 warning$/m)
})

test('a wrong clock is blamed on what held it', async () => {
  site = createSite()
  expect((await runInProcess(site, 'build', '--now=')).stderr).toContain('--now is empty')
  const command = ['scripts/run.js', 'build']
  expect(site.spawn(process.execPath, command, { DATELINE_NOW: 'soon' }).stderr).toContain('DATELINE_NOW: ')
})
