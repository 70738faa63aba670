import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sortItems } from '../../src/import/report/import-report.ts'
import { importFiles, importFolder, sentence, twoFolders } from './archive-on-disk.ts'

const post = (title: string, text = sentence, fields = '') => `---\ntitle: ${title}\n${fields}---\n${text}\n`
const at = (name: string) => `content/stories/2023/01/01/${name}.md`
const statuses = (from: string, to: string) =>
  Object.fromEntries(importFolder(from, to).report.files.map(({ file, status }) => [file, status]))

test('what changed in the archive is written anew, and nothing else is touched', () => {
  const { from, to } = twoFolders({
    '2023-01-01-ferry.md': post('Ferry'),
    '2023-01-01-pier.md': post('Pier'),
  })
  importFolder(from, to)
  const before = statSync(join(to, at('pier'))).mtimeMs
  writeFileSync(join(from, '2023-01-01-ferry.md'), post('Ferry sails again'))
  expect(statuses(from, to)).toEqual({ '2023-01-01-ferry.md': 'updated', '2023-01-01-pier.md': 'present' })
  expect(readFileSync(join(to, at('ferry')), 'utf8')).toContain('title: Ferry sails again')
  expect(statSync(join(to, at('pier'))).mtimeMs).toBe(before)
})

test('what an editor changed stays, whatever became of it in the archive', () => {
  const { from, to } = twoFolders({ '2023-01-01-ferry.md': post('Ferry') })
  importFolder(from, to)
  writeFileSync(join(to, at('ferry')), 'an editor was here')
  writeFileSync(join(from, '2023-01-01-ferry.md'), post('Ferry', sentence, 'date: 2024-05-05\n'))
  expect(statuses(from, to)).toEqual({ '2023-01-01-ferry.md': 'kept' })
  expect(readFileSync(join(to, at('ferry')), 'utf8')).toBe('an editor was here')
})

test('a story whose day changed moves, and leaves no other behind', () => {
  const { from, to } = twoFolders({ 'ferry.md': post('Ferry', sentence, 'date: 2023-01-01\n') })
  importFolder(from, to)
  writeFileSync(join(from, 'ferry.md'), post('Ferry', sentence, 'date: 2024-05-05\n'))
  expect(statuses(from, to)).toEqual({ 'ferry.md': 'updated' })
  expect(existsSync(join(to, at('ferry')))).toBe(false)
  expect(existsSync(join(to, 'content/stories/2024/05/05/ferry.md'))).toBe(true)
})

test('a story that came later takes no address of one that was there', () => {
  const { from, to } = twoFolders({ 'b/2023-01-01-ferry.md': post('B') })
  importFolder(from, to)
  writeFileSync(join(from, '2023-01-01-ferry.md'), post('A'))
  const { stories } = importFolder(from, to)
  expect(stories['2023/01/01/ferry.md']).toContain('title: B')
  expect(stories['2023/01/01/ferry-2.md']).toContain('title: A')
})

test('a story of the newsroom’s own keeps its address', () => {
  const { from, to } = twoFolders({ '2023-01-01-ferry.md': post('Ferry') })
  importFolder(from, to)
  rmSync(join(to, '.dateline'), { recursive: true })
  writeFileSync(join(to, at('ferry')), post('Our own'))
  expect(importFolder(from, to).stories).toMatchObject({
    '2023/01/01/ferry.md': expect.stringContaining('title: Our own'),
    '2023/01/01/ferry-2.md': expect.stringContaining('title: Ferry'),
  })
})

test('a story that was deleted here comes again', () => {
  const { from, to } = twoFolders({ '2023-01-01-ferry.md': post('Ferry') })
  importFolder(from, to)
  rmSync(join(to, at('ferry')))
  expect(statuses(from, to)).toEqual({ '2023-01-01-ferry.md': 'imported' })
})

test('whatever the items are, they are stories, drafts, or not taken, each with its reason', () => {
  const kinds = {
    story: post('A'),
    draft: post('B', sentence, 'draft: true\n'),
    hidden: post('C', sentence, 'published: false\n'),
    short: post('D', 'Text.'),
    impossible: post('E', sentence, 'date: 2023-02-30\n'),
    empty: '',
  }
  const anyKinds = fc.array(fc.constantFrom(...(Object.keys(kinds) as (keyof typeof kinds)[])), {
    maxLength: 6,
  })
  fc.assert(
    fc.property(anyKinds, names => {
      const files = names.map((name, index) => [`_posts/2023-01-0${index + 1}-x.md`, kinds[name]] as const)
      const { report } = importFiles({ ...Object.fromEntries(files), 'pier.txt': 'x' })
      const { stories, drafts, notTaken, others } = sortItems(report)
      expect(stories.length + drafts.length + notTaken.length).toBe(names.length)
      expect(stories).toHaveLength(names.filter(name => name === 'story' || name === 'short').length)
      expect(drafts).toHaveLength(names.filter(name => name === 'draft' || name === 'hidden').length)
      expect(others.map(({ file }) => file)).toEqual(['pier.txt'])
      for (const { reason } of notTaken) expect(reason).not.toBe('')
    }),
    { numRuns: 30 },
  )
})

test('a story is not passed over for its name', () => {
  const names = [
    'security-patch',
    'license-fees-rise',
    'readme-first',
    'contributing-to-peace',
    'news/security',
  ]
  const files = Object.fromEntries(
    names.map(name => [`${name}.md`, post('A', sentence, 'date: 2023-01-01\n')]),
  )
  const { report } = importFiles({ ...files, 'README.md': 'x', 'docs/README.md': 'x', 'SECURITY.md': 'x' })
  const { stories, others } = sortItems(report)
  expect(stories.map(({ file }) => file).sort()).toEqual(Object.keys(files).sort())
  expect(others).toHaveLength(3)
})

test('the report for programs says what the one for people says', () => {
  const { from, to } = twoFolders({
    '_posts/2023-01-01-a.md': post('A'),
    '_posts/2023-01-02-b.md': post('B', sentence, 'draft: true\n'),
    '_posts/2023-01-03-c.md': '',
  })
  importFolder(from, to)
  const { counts, items } = JSON.parse(readFileSync(join(to, 'import-report.json'), 'utf8'))
  expect(counts).toEqual({ items: 3, stories: 1, drafts: 1, notTaken: 1, others: 0 })
  expect(items.map(({ draftReason }: { draftReason: string | null }) => draftReason)).toEqual([
    null,
    'it is marked as a draft',
    null,
  ])
  const text = readFileSync(join(to, 'import-report.md'), 'utf8')
  expect(text).toContain('- 3 items in the archive = 1 story + 1 draft + 1 not taken')
  expect(text.indexOf('## Drafts')).toBeLessThan(text.indexOf('## Stories'))
})
