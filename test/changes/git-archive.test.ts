import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { askGit } from '../../src/changes/git-archive.ts'
import { type ChangingSite, createChangingSite, type Files } from './changing-site.ts'

const day = 'content/stories/2024/10/19'
const sites: ChangingSite[] = []
afterEach(() => {
  vi.unstubAllEnvs()
  for (const site of sites.splice(0)) site.dispose()
})
const create = (files: Files = {}, inside = ''): ChangingSite => {
  const site = createChangingSite(
    { [`${day}/storm.md`]: 'wind', [`${day}/ferry.md`]: 'ship', '_includes/base.njk': 'b', ...files },
    { inside },
  )
  sites.push(site)
  return site
}
const committed = async (files: Files = {}, inside = '') => {
  const site = create(files, inside)
  const lastCommit = site.commit()
  expect((await site.publish()).commit).toBe(lastCommit)
  return { site, lastCommit }
}
const storm = { file: `${day}/storm.md`, kind: 'edited' }

test.each(['', 'a site/in "it"'])(
  'from commit to commit, git says what differs (site in %j)',
  async inside => {
    const { site, lastCommit } = await committed({}, inside)
    const odd = `${day}/a "b" ü 🛳️.md`
    site.write({ [`${day}/storm.md`]: 'storm', [odd]: 'odd' })
    site.remove(`${day}/ferry.md`)
    const commit = site.commit()
    const found = await site.publish({ lastCommit })
    expect(found).toMatchObject({ by: 'git', commit, links: [] })
    expect(found.changes).toEqual([
      { file: odd, kind: 'added' },
      { file: `${day}/ferry.md`, kind: 'removed' },
      storm,
    ])
    expect(await site.find({ lastCommit: commit })).toMatchObject({ by: 'git', commit, changes: [] })
  },
)

test('only what git lists is looked at in the archive', async () => {
  const { site, lastCommit } = await committed()
  site.rows.set(day, {
    ...site.rows.get(day),
    'lost.md': { size: 1, mtime: 1, ctime: 1, inode: 1, digest: 'x' },
  })
  expect((await site.find({ lastCommit })).changes).toEqual([])
  expect((await site.find()).changes).toEqual([{ file: `${day}/lost.md`, kind: 'removed' }])
})

test('in a new clone no file need be read', async () => {
  const { site, lastCommit } = await committed()
  site.touch(`${day}/storm.md`, 5000)
  site.git('update-index', '--refresh')
  const { by, marks } = await site.find({ lastCommit })
  expect([by, marks.size]).toEqual(['git', 0])
  expect((await site.find()).marks.size).toBe(1)
})

test('what is not committed is seen as well, and then there is no commit to begin from the next time', async () => {
  const { site, lastCommit } = await committed({ '.gitignore': '*.draft\nprivate/\n' })
  site.write({
    [`${day}/ferry.md`]: 'committed',
    [`${day}/x.draft`]: 'left out by git',
    'content/static/private/a/b.pdf': 'left out by git',
    'content/static/new/c.pdf': 'not yet added',
  })
  site.git('add', '.')
  site.git('reset', '--quiet', 'content/static')
  site.git('commit', '--quiet', '--message', 'Ferry')
  site.remove(`${day}/storm.md`)
  const found = await site.publish({ lastCommit })
  expect(found).toMatchObject({ by: 'git', commit: null })
  expect(found.changes).toEqual([
    { file: 'content/static/new/c.pdf', kind: 'added' },
    { file: 'content/static/private/a/b.pdf', kind: 'added' },
    { file: `${day}/ferry.md`, kind: 'edited' },
    { file: `${day}/storm.md`, kind: 'removed' },
    { file: `${day}/x.draft`, kind: 'added' },
  ])
  expect(await site.find()).toMatchObject({ by: 'walk', changes: [], commit: null })
})

test('a story that was moved is removed and added, whatever git makes of it', async () => {
  const { site, lastCommit } = await committed({ [`${day}/long.md`]: 'wind and rain\n'.repeat(50) })
  site.git('config', 'diff.renames', 'copies')
  site.git('config', 'status.renames', 'copies')
  site.move(`${day}/long.md`, 'content/stories/2024/10/20/long.md')
  const changes = [
    { file: `${day}/long.md`, kind: 'removed' },
    { file: 'content/stories/2024/10/20/long.md', kind: 'added' },
  ]
  site.git('add', '.')
  expect(await site.find({ lastCommit })).toMatchObject({ by: 'git', commit: null, changes })
  site.commit()
  expect(await site.find({ lastCommit })).toMatchObject({ by: 'git', changes })
})

test('what was committed and then removed is not there', async () => {
  const { site, lastCommit } = await committed()
  site.write({ [`${day}/new.md`]: 'new' })
  site.commit()
  site.remove(`${day}/new.md`)
  expect(await site.find({ lastCommit })).toMatchObject({ by: 'git', commit: null, changes: [] })
})

test('new stories are seen also where git was told not to show them', async () => {
  const { site, lastCommit } = await committed()
  site.git('config', 'status.showUntrackedFiles', 'no')
  site.write({ [`${day}/new.md`]: 'new' })
  const changes = [{ file: `${day}/new.md`, kind: 'added' }]
  expect(await site.find({ lastCommit })).toMatchObject({ by: 'git', commit: null, changes })
})

test.each(['edited', 'staged', 'added', 'removed', 'left out'])(
  'a file that is %s and not committed: a walk finds no commit',
  async how => {
    const site = create({ '.gitignore': '*.draft' })
    site.commit()
    if (how === 'edited' || how === 'staged') site.write({ [`${day}/storm.md`]: 'storm' })
    if (how === 'staged') site.git('add', '.')
    if (how === 'added') site.write({ [`${day}/new.md`]: 'new' })
    if (how === 'removed') site.remove(`${day}/storm.md`)
    if (how === 'left out') site.write({ 'content/static/x.draft': 'x' })
    expect(await site.find()).toMatchObject({ by: 'walk', commit: null })
  },
)

test('what editors hide, and what is no part of the archive, may be uncommitted', async () => {
  const { site, lastCommit } = await committed()
  site.write({ [`${day}/.storm.md.swp`]: 'x', '_includes/base.njk': 'bb', 'README.md': 'r' })
  expect(await site.find()).toMatchObject({ by: 'walk', commit: lastCommit })
  expect(await site.find({ lastCommit })).toMatchObject({
    by: 'git',
    commit: lastCommit,
    changes: [{ file: '_includes/base.njk', kind: 'edited' }],
  })
})

test('a hidden folder among the stories is none of the site, also when git leaves it out', async () => {
  const site = create({ '.gitignore': '.trash/', [`${day}/.trash/a.md`]: 'a', [`${day}/.trash/b/b.md`]: 'b' })
  site.commit()
  const { commit, changes, leftBehind } = await site.find()
  expect([commit === null, leftBehind]).toEqual([false, [`${day}/.trash/`]])
  expect(changes.filter(({ file }) => file.includes('.trash'))).toEqual([])
})

test('links are reported, also those that an editor left', async () => {
  const { site, lastCommit } = await committed()
  site.link('desk@host.4711', `${day}/.#storm.md`)
  expect(await site.find({ lastCommit })).toMatchObject({ by: 'git', leftBehind: [`${day}/.#storm.md`] })
  site.link('storm.md', `${day}/linked.md`)
  site.commit()
  const { changes, links } = await site.find({ lastCommit })
  expect([changes, links]).toEqual([[], [`${day}/linked.md`]])
})

test('folders of the site that lie elsewhere are looked at, as git does not see them', async () => {
  const { site, lastCommit } = await committed({ '.gitignore': 'engine/', 'engine/build.ts': '1' })
  site.link('engine', 'src')
  site.commit()
  expect((await site.publish({ lastCommit })).changes).toEqual([{ file: 'src/build.ts', kind: 'added' }])
  site.write({ 'engine/build.ts': '12' })
  expect((await site.find({ lastCommit })).changes).toEqual([{ file: 'src/build.ts', kind: 'edited' }])
})

test('content may be a repository of its own', async () => {
  const site = create()
  const inContent = (...args: readonly string[]) => site.git('-C', site.at('content'), ...args)
  const commit = () => {
    inContent('init', '--quiet')
    inContent('add', '--all')
    inContent('commit', '--quiet', '--message', 'Stories')
    return inContent('rev-parse', 'HEAD')
  }
  const lastCommit = commit()
  site.write({ '.gitignore': 'content/' })
  site.commit()
  const first = await site.publish()
  expect(first.commit).toBe(lastCommit)
  expect(first.changes.map(({ file }) => file)).not.toContain('content/.git/HEAD')
  site.write({ [`${day}/storm.md`]: 'storm' })
  expect(await site.find({ lastCommit })).toMatchObject({ by: 'git', commit: null, changes: [storm] })
  expect(await site.find({ lastCommit: first.commit && commit() })).toMatchObject({ by: 'git', changes: [] })
  expect(await site.find({ lastCommit })).toMatchObject({ by: 'git', changes: [storm] })
})

test.each(['content/stories', 'content/static/other'])('a repository of its own in %s', async folder => {
  const site = create({ 'content/static/other/a.css': 'a' })
  site.git('init', '--quiet', site.at(folder))
  site.write({ '.gitignore': '/content/static/other\n' })
  site.git('init', '--quiet')
  site.git('add', '.gitignore', '_includes')
  site.git('commit', '--quiet', '--message', 'Engine')
  expect(await site.find()).toMatchObject({ by: 'walk', commit: null })
})

test.each([
  ['a commit that git does not know', '0123456789012345678901234567890123456789'],
  ['no commit at all', '--output=hacked'],
])('from %s all is walked', async (_what, lastCommit) => {
  const { site, lastCommit: commit } = await committed()
  site.write({ [`${day}/storm.md`]: 'storm' })
  expect(await site.find({ lastCommit })).toMatchObject({ by: 'walk', changes: [storm], commit: null })
  site.git('checkout', '--quiet', '.')
  expect(await site.find({ lastCommit })).toMatchObject({ by: 'walk', changes: [], commit })
  expect(existsSync(site.at('hacked'))).toBe(false)
})

test('without a repository, without a first commit, without git: all is walked', async () => {
  const site = create()
  expect(await site.find({ lastCommit: 'abc' })).toMatchObject({ by: 'walk', commit: null })
  site.git('init', '--quiet')
  expect(await site.find({ lastCommit: 'abc' })).toMatchObject({ by: 'walk', commit: null })
  const lastCommit = site.commit()
  vi.stubEnv('PATH', site.root)
  expect(await site.find({ lastCommit })).toMatchObject({ by: 'walk', commit: null })
})

test('a site that a repository around it leaves out is walked', async () => {
  const site = create({}, 'work/site')
  site.write({ '../../.gitignore': 'work/\n' })
  const lastCommit = site.commit()
  await site.publish()
  site.write({ [`${day}/storm.md`]: 'storm' })
  expect(await site.find({ lastCommit })).toMatchObject({ by: 'walk', commit: null, changes: [storm] })
})

test('where git keeps files that it does not put on the disk, all is walked', async () => {
  const { site, lastCommit } = await committed()
  site.write({ [`${day}/new.md`]: 'new' })
  site.commit()
  site.git('update-index', '--skip-worktree', `${day}/new.md`)
  site.remove(`${day}/new.md`)
  expect(await site.find({ lastCommit })).toMatchObject({ by: 'walk', changes: [] })
})

test('a build in one of git’s hooks asks the repository it lies in', async () => {
  const { site, lastCommit } = await committed()
  const other = create()
  other.commit()
  vi.stubEnv('GIT_DIR', other.at('.git'))
  vi.stubEnv('GIT_WORK_TREE', other.root)
  vi.stubEnv('GIT_INDEX_FILE', other.at('.git/index'))
  vi.stubEnv('GIT_PREFIX', 'content/')
  vi.stubEnv('GIT_LITERAL_PATHSPECS', '1')
  site.write({ [`${day}/storm.md`]: 'storm' })
  const commit = site.commit()
  expect(await site.find({ lastCommit })).toMatchObject({ by: 'git', commit, changes: [storm] })
})

test('git writes nothing, and runs no program to watch files', async () => {
  const { site, lastCommit } = await committed()
  const program = join(site.root, '.git/watch.sh')
  site.write({ '.git/watch.sh': `#!/bin/sh\ntouch "${site.at('hacked')}"\n` })
  chmodSync(program, 0o755)
  site.git('config', 'core.fsmonitor', program)
  site.touch(`${day}/storm.md`, 5000)
  const index = readFileSync(site.at('.git/index'))
  expect(await site.find({ lastCommit })).toMatchObject({ by: 'git', changes: [], commit: lastCommit })
  expect(readFileSync(site.at('.git/index'))).toEqual(index)
  expect(existsSync(site.at('hacked'))).toBe(false)
})

test.each([
  ['an edit', (site: ChangingSite) => site.write({ [`${day}/storm.md`]: 'storm' })],
  ['a removal', (site: ChangingSite) => site.remove(`${day}/storm.md`)],
])(
  '%s while git is asked: there is no commit to begin from, as it may be taken back',
  async (_what, change) => {
    const { site } = await committed()
    change(site)
    site.commit()
    const present = Date.now() - 60_000
    expect(await site.find({ present })).toMatchObject({ by: 'walk', commit: null })
  },
)

test('what changes after git was asked is found the next time, also when another publish came between', async () => {
  const { site, lastCommit } = await committed()
  const git = askGit(site.root)
  await git.status
  site.write({ [`${day}/storm.md`]: 'storm' })
  const later = site.commit()
  const early = { git, present: git.present }
  expect(await site.find({ ...early, lastCommit })).toMatchObject({ changes: [], commit: lastCommit })
  expect((await site.publish({ lastCommit })).changes).toEqual([storm])
  const found = await site.publish({ ...early, lastCommit: later })
  expect(found).toMatchObject({ by: 'git', changes: [], commit: null })
  site.git('checkout', '--quiet', lastCommit)
  expect((await site.find({ lastCommit: found.commit })).changes).toEqual([storm])
})

test('a publish of names has no commit', async () => {
  const { site, lastCommit } = await committed()
  expect(await site.find({ lastCommit, named: [day] })).toMatchObject({ by: 'names', commit: null })
})
