import { expect, it } from 'vitest'
import { importFiles, sentence } from '../archive-on-disk.ts'

const post = `---\ntitle: Ferry\n---\n${sentence}\n`

it('Stories in a markup that nobody here reads are items that were not taken, and no other files', () => {
  const { report } = importFiles({
    '_config.yml': 'title: Old\n',
    '_posts/2020-01-02-a.md': post,
    '_posts/2020-01-03-b.adoc': '= Ferry\n',
    '_posts/2020-01-04-c.textile': 'h1. Ferry\n',
    'README.rst': 'About\n',
  })
  const reasons = report.files.filter(({ status }) => status === 'rejected').map(({ reason }) => reason)
  expect(reasons).toEqual([
    'it is written in AsciiDoc, which the import does not read; convert it to markdown',
    'it is written in Textile, which the import does not read; convert it to markdown',
  ])
})

it('Where the settings are in a folder below, or cannot be read, the report begins with that', () => {
  const remarksOf = (files: Readonly<Record<string, string>>) => importFiles(files).report.remarks
  expect(remarksOf({ 'site/_config.yml': 'title: Old\n', 'site/_posts/2020-01-02-a.md': post })[0]).toBe(
    'There is no _config.yml in this folder, but site/_config.yml: if that is the old site, name its folder with --from',
  )
  expect(remarksOf({ '_config.yml': 'a: b: c\n', '_posts/2020-01-02-a.md': post })[0]).toBe(
    '_config.yml cannot be read; mend it and import again',
  )
})
