// From what changed to a journal of moves. What would stop them half way is refused here, before the first.

import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Changes } from '../store/changes.ts'
import { compressedNames } from '../store/compressed.ts'
import type { Folders, Journal } from '../store/journal.ts'
import { isFile, walk } from '../system/files.ts'
import { diskOf } from './disk-of.ts'
import { findObstacles } from './find-obstacles.ts'
import { orderRemovals } from './order-moves.ts'
import { orderSafely } from './order-safely.ts'
import { refuseFullDisk } from './refuse-full-disk.ts'
import { refuseLinks } from './refuse-links.ts'
import { refuseOutside } from './refuse-outside.ts'
import { shownPath } from './shown-path.ts'
import { standsAt } from './stands-at.ts'

/**
 * Touches nothing, and looks only at the staged files and at the places where they go: what it costs depends on what
 * changed, not on what is published. Files to remove that are not there are left out of the journal.
 * Throws a plain line when the moves could not all be made, or would lead out of the published folder.
 */
export const planMoves = (folders: Folders, changes: Changes): Journal => {
  const { staging, published } = folders
  const moves = orderSafely(changes)
  const touched = [...moves, ...changes.removed]
  refuseOutside(touched)
  const isWhole = refuseUnstaged(staging, moves)
  refuseNoFolder(published)
  refuseLinks(published, touched)
  const made = new Set(moves)
  const removed = changes.removed.filter(file => !made.has(file) && isThere(join(published, file)))
  const obstacles = new Set([
    ...findObstacles(published, moves, removed),
    ...staleForms(published, moves, removed),
  ])
  refuseFullDisk(folders, moves)
  return {
    way: isWhole && canSwap(folders) ? 'swap' : 'moves',
    moves,
    removals: orderRemovals(removed.filter(file => !obstacles.has(file))),
    obstacles: [...obstacles],
  }
}

/** Compressed forms of a file that is to change, which go before it does: no reader may get an old one beside a new file. */
const staleForms = (
  published: string,
  moves: readonly string[],
  removed: readonly string[],
): readonly string[] => {
  const ours = new Set([...moves, ...removed])
  return moves.flatMap(compressedNames).filter(name => ours.has(name) && isThere(join(published, name)))
}

/** Says whether the staged folder holds the moves and no other file. Links are not followed: they may lead anywhere. */
const refuseUnstaged = (staging: string, moves: readonly string[]): boolean => {
  const { files, links } = walk(staging)
  for (const link of links) throw new Error(`${link} is a link; copy into the site what it leads to`)
  const staged = new Set(files)
  // A disk may spell a name in other Unicode or letter case than it was given.
  const missing = moves.find(file => !staged.has(file) && !isFile(join(staging, file)))
  if (missing !== undefined)
    throw new Error(`${shownPath(staging, missing)} is not there or not a file; build again`)
  return files.length > 0 && files.length === moves.length
}

const refuseNoFolder = (published: string): void => {
  const there = statSync(published, { throwIfNoEntry: false })
  if (there?.isDirectory() || standsAt(published) === undefined) return
  const what = there === undefined ? 'a link that leads nowhere' : 'a file where a folder must be'
  throw new Error(`${shownPath(published)} is ${what}; remove it and build again`)
}

const isThere = (path: string): boolean => standsAt(path)?.isDirectory() === false

/** Not through a link on either side: a rename would move the link itself, or replace it. */
const canSwap = ({ staging, published }: Folders): boolean => {
  const there = standsAt(published)
  const isFree = there === undefined || (there.isDirectory() && readdirSync(published).length === 0)
  return (
    isFree && standsAt(staging)?.isDirectory() === true && diskOf(staging).device === diskOf(published).device
  )
}
