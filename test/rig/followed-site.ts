// A site on the disk that follows an edited newsroom, and is published from change to change.

import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, lstatSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { editors, readers } from '../../src/domain/audience.ts'
import type { Instant } from '../../src/domain/instant.ts'
import type { Problem } from '../../src/domain/problem.ts'
import type { Result } from '../../src/domain/result.ts'
import { build, buildAgain } from '../../src/pipeline/build.ts'
import type { Built } from '../../src/pipeline/publish.ts'
import { updateIndex } from '../../src/search/update-index.ts'
import { type Edition, forReaders } from '../../src/store/edition.ts'
import { openSession } from '../../src/store/site-session.ts'
import { type EditedNewsroom, filesOfNewsroom } from './edited-newsroom.ts'
import { createSite, type Files, projectRoot } from './site-folder.ts'

/** How a publish learns what changed. 'all': it makes everything again. */
export type Way = 'walk' | 'names' | 'git' | 'all'

type Outcome = Result<Built, readonly Problem[]>

export type FollowedSite = {
  readonly root: string
  /** Brings the files to the newsroom's state; what is equal is left alone. */
  readonly follow: (newsroom: EditedNewsroom) => void
  readonly publish: (now: Instant, way: Way) => Promise<Outcome>
  /** The same state, published into another folder by somebody who remembers nothing. */
  readonly publishAnew: (now: Instant) => Promise<Outcome>
  /** Brings the search index up to what is published; or that of the other folder. */
  readonly index: () => Promise<void>
  readonly indexAnew: () => Promise<void>
  readonly published: () => Files
  readonly publishedAnew: () => Files
  /** Gives every file another time. */
  readonly touch: () => void
  readonly putByHand: (file: string, text: string) => void
  readonly removeByHand: (file: string) => void
  readonly dispose: () => Promise<void>
}

const anew: Edition = { audience: readers, state: '.dateline-anew', published: '.dateline-anew/site' }

export const createFollowedSite = (start: EditedNewsroom, audience: Edition['audience']): FollowedSite => {
  let files = filesOfNewsroom(start)
  const site = createSite(files)
  const { root } = site
  const edition: Edition = { ...forReaders, audience }
  // As the preview does.
  const held = audience === editors ? openSession(root, edition) : null
  const known = new Set<string>()
  const touched = new Set(Object.keys(files))

  const write = (file: string, text: string) => {
    if (file.startsWith('_includes/') && lstatSync(join(root, '_includes')).isSymbolicLink()) {
      rmSync(join(root, '_includes'))
      cpSync(join(projectRoot, '_includes'), join(root, '_includes'), { recursive: true })
    }
    site.write(file, text)
  }
  const named = () => [...touched].filter(file => files[file] !== undefined || known.has(file))
  const run = async (call: {
    now: Instant
    edition: Edition
    named: readonly string[] | null
    isAll: boolean
  }) => {
    const before = process.cwd()
    process.chdir(root)
    try {
      const strict = { root, isStrict: true, losesAddresses: true, editsSilently: true, ...call }
      if (held === null || call.edition !== edition) return await build(strict, () => {})
      return await buildAgain(held, { isWatched: true, ...strict })
    } finally {
      process.chdir(before)
    }
  }

  const indexIn = async (of: Edition) => {
    const outcome = await updateIndex({ root, edition: of, into: null }, () => {})
    if (outcome.kind !== 'done') throw new Error('somebody else makes the index')
  }

  return {
    root,
    follow: newsroom => {
      const next = filesOfNewsroom(newsroom)
      for (const [file, text] of Object.entries(next)) {
        if (files[file] === text) continue
        write(file, text)
        touched.add(file)
      }
      for (const file of Object.keys(files)) {
        if (next[file] !== undefined) continue
        if (file.startsWith('_includes/')) cpSync(join(projectRoot, file), join(root, file))
        else site.remove(file)
        touched.add(file)
      }
      files = next
    },
    publish: async (now, way) => {
      if (way === 'git') commit(root)
      const outcome = await run({
        now,
        edition,
        named: way === 'names' ? named() : null,
        isAll: way === 'all',
      })
      if (outcome.ok) {
        touched.clear()
        known.clear()
        for (const file of Object.keys(files)) known.add(file)
      }
      return outcome
    },
    publishAnew: now => {
      rmSync(join(root, anew.state), { recursive: true, force: true })
      return run({ now, edition: { ...anew, audience }, named: null, isAll: false })
    },
    index: () => indexIn(edition),
    indexAnew: () => indexIn({ ...anew, audience }),
    published: () => site.snapshot(edition.published),
    publishedAnew: () => site.snapshot(anew.published),
    touch: () => {
      for (const file of Object.keys(files))
        if (!file.startsWith('_includes/'))
          utimesSync(join(root, file), new Date(), new Date(Date.now() - 60_000))
    },
    putByHand: site.write,
    removeByHand: site.remove,
    dispose: async () => {
      await held?.close()
      site.dispose()
    },
  }
}

const commit = (root: string): void => {
  const git = (...flags: string[]) =>
    execFileSync('git', ['-c', 'user.name=Desk', '-c', 'user.email=desk@bulletin.example', ...flags], {
      cwd: root,
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    })
  if (!existsSync(join(root, '.git'))) git('init', '--quiet')
  git('add', '--all', 'content')
  git('commit', '--quiet', '--allow-empty', '--message=An edit')
}
