// Which files are read for a build: those that changed, and those whose pages lean on one that did.

import { join } from 'node:path'
import { mentionOfPicture } from '../archive/index-claims.ts'
import type { AskedBack } from '../domain/kept-back.ts'
import { frontFile, frontFolder, isBesideStory, isFront, isStatic, isStory } from '../domain/site-paths.ts'
import type { InputChange } from '../store/input-changes.ts'
import type { Tables } from '../store/tables.ts'
import { exists, kindAt, listFiles } from '../system/files.ts'

export type FilesToRead = {
  readonly files: readonly string[]
  readonly removed: ReadonlySet<string>
  /** Of what stayed back before: links, and what is no file. Nobody reads them, and nobody may have met them again. */
  readonly links: readonly string[]
  readonly specials: readonly string[]
  /** Stories whose rows in the tables do not count any more. */
  readonly stories: ReadonlySet<string>
}

/** `base`: the last publish, if the build goes by it. A file that is shown or published as it is, and asked to stay back, is not read. */
export const filesToRead = (
  root: string,
  base: Tables,
  changes: readonly InputChange[],
  asked: AskedBack | null,
): FilesToRead => {
  const changed = new Set(changes.map(({ file }) => file))
  const kindOf = (file: string) => kindAt(join(root, file))
  const keptBack = base.get('lists', 'keptBack') ?? []
  // A story whose file is gone may have stayed nevertheless.
  const gone = [
    ...changes.filter(({ kind }) => kind === 'removed').map(({ file }) => file),
    ...keptBack.filter(file => kindOf(file) === null),
  ]
  const removed = new Set(gone)
  const files = keptBack.filter(file => kindOf(file) === 'file')
  // What a front names may have changed in any build; there are few of them.
  const toRead = [...changed, ...files, ...frontsIn(root), ...leaningOn(base, changed)].filter(
    file => !removed.has(file) && !(asked?.has(file) && (isBesideStory(file) || isStatic(file))),
  )
  const stories = new Set([...toRead, ...removed, ...(asked?.keys() ?? [])].filter(isStory))
  const bulletins = curationsOf(base, stories).filter(file => !removed.has(file))
  return {
    ...{ files: [...new Set([...toRead, ...bulletins])].sort(), removed, stories },
    links: keptBack.filter(file => kindOf(file) === 'link'),
    specials: keptBack.filter(file => kindOf(file) === 'other'),
  }
}

const frontsIn = (root: string): readonly string[] =>
  [frontFile, ...listFiles(root, frontFolder)].filter(file => isFront(file) && exists(join(root, file)))

/** Stories that show a picture which changed: its size stands in their pages. */
const leaningOn = (base: Tables, changed: ReadonlySet<string>): readonly string[] =>
  [...changed].flatMap(file => base.get('mentions', mentionOfPicture(file)) ?? [])

/** Curations of the days that stories may leave: they name them. */
const curationsOf = (base: Tables, stories: ReadonlySet<string>): readonly string[] =>
  [...stories].flatMap(file => {
    const day = base.get('stories', file)?.day
    const curation = day === undefined ? undefined : base.get('curations', day)
    return curation ? [curation.file] : []
  })
