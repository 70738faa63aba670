// Which files of a commit are others by now, and what they said.

import { afterEach, expect, test } from 'vitest'
import { findRevision } from '../../src/changes/find-revision.ts'
import { readRevision, textsAt } from '../../src/changes/read-revision.ts'
import { type ChangingSite, createChangingSite } from './changing-site.ts'

const day = 'content/stories/2024/10/19'
const odd = `${day}/a "b" ü\n🛳️.md`
let site: ChangingSite
afterEach(() => site.dispose())

const read = async (commit: string) => {
  const revision = await readRevision(site.root, commit)
  if (revision === null) throw new Error('git cannot read it')
  return revision
}

test.each(['', 'a site/in "it"', 'mycontent'])('git gives the texts of then (site in %j)', async inside => {
  site = createChangingSite(
    { [`${day}/storm.md`]: 'wind', [odd]: 'an\r\nodd one', '_data/site.yaml': 'name: A', 'src/a.ts': '' },
    { inside },
  )
  site.write({ [`${day}/ferry.md`]: 'ship', [`${day}/same.md`]: 'same' })
  site.link('storm.md', `${day}/link.md`)
  const commit = site.commit()
  site.write({ [`${day}/storm.md`]: 'calm', '_data/site.yaml': 'name: B', [`${day}/new.md`]: 'new' })
  site.remove(odd)
  site.touch(`${day}/same.md`, 5000)
  const revision = await read(commit)
  expect([...revision.blobs.keys()].sort()).toEqual(
    ['_data/site.yaml', odd, `${day}/ferry.md`, `${day}/same.md`, `${day}/storm.md`].sort(),
  )
  expect([...revision.differing].sort()).toEqual(['_data/site.yaml', odd, `${day}/storm.md`].sort())
  const texts = await textsAt(site.root, revision, [
    `${day}/storm.md`,
    odd,
    `${day}/new.md`,
    '_data/site.yaml',
  ])
  expect([...(texts ?? [])]).toEqual([
    [`${day}/storm.md`, 'wind'],
    [odd, 'an\nodd one'],
    ['_data/site.yaml', 'name: A'],
  ])
})

test('content/ may be a repository of its own: site data is then that of today', async () => {
  site = createChangingSite({ [`${day}/storm.md`]: 'wind', '_data/site.yaml': 'name: A' })
  const git = (...args: string[]) => site.git('-C', 'content', ...args)
  git('init', '--quiet', '--template=')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'Publish')
  site.write({ [`${day}/storm.md`]: 'calm', '_data/site.yaml': 'name: B' })
  const revision = await read(git('rev-parse', 'HEAD'))
  expect([...revision.blobs.keys()]).toEqual([`${day}/storm.md`])
  expect([...revision.differing]).toEqual([`${day}/storm.md`])
})

test('a revision is the commit at which the branch left it', async () => {
  site = createChangingSite({ [`${day}/storm.md`]: 'wind' })
  const first = site.commit()
  site.git('branch', 'theirs')
  site.write({ [`${day}/storm.md`]: 'mine' })
  const mine = site.commit()
  site.git('checkout', '--quiet', 'theirs')
  site.write({ [`${day}/storm.md`]: 'theirs' })
  site.commit()
  expect(await findRevision(site.root, mine)).toEqual({ ok: true, value: first })
  site.git('checkout', '--quiet', '--orphan', 'alone')
  const alone = site.commit()
  expect(await findRevision(site.root, alone)).toEqual({ ok: true, value: alone })
  expect(await findRevision(site.root, mine)).toEqual({ ok: true, value: mine })
})
