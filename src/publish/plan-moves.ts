// From what changed to a journal of moves.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { compressedNames } from '../store/compressed.ts'
import type { Folders, Journal } from '../store/journal.ts'
import type { OutputChanges } from '../store/output-changes.ts'
import { diskOf, statAt } from './disk.ts'
import { orderMoves, orderRemovals } from './order-moves.ts'
import {
  findObstacles,
  refuseFullDisk,
  refuseLinks,
  refuseNoFolder,
  refuseOutside,
  refuseUnstaged,
} from './preflight.ts'

/**
 * Touches nothing, and looks only at the staged files and at the places where they go: its cost depends on how much
 * changed, not on how much is published. Files to remove that are not there are left out of the journal.
 * Throws a plain line when the moves could not all be made, or would lead out of the published folder.
 */
export const planMoves = (folders: Folders, changes: OutputChanges): Journal => {
  const { staging, published } = folders
  const moves = orderMoves(changes)
  const touched = [...moves, ...changes.removed]
  refuseOutside(touched)
  const isComplete = refuseUnstaged(staging, moves)
  refuseNoFolder(published)
  refuseLinks(published, touched)
  const made = new Set(moves)
  const removed = changes.removed.filter(file => !made.has(file) && isThere(join(published, file)))
  const obstacles = new Set([
    ...findObstacles(published, moves, removed),
    ...staleCopies(published, moves, removed),
  ])
  refuseFullDisk(folders, moves)
  return {
    way: isComplete && canSwap(folders) ? 'swap' : 'moves',
    moves,
    removals: orderRemovals(removed.filter(file => !obstacles.has(file))),
    obstacles: [...obstacles],
  }
}

/** Compressed copies of a file that is to change, which go before it does: no reader may get an old copy of a new file. */
const staleCopies = (
  published: string,
  moves: readonly string[],
  removed: readonly string[],
): readonly string[] => {
  const ours = new Set([...moves, ...removed])
  return moves.flatMap(compressedNames).filter(name => ours.has(name) && isThere(join(published, name)))
}

const isThere = (path: string): boolean => statAt(path)?.isDirectory() === false

/** Not through a link on either side: a rename would move the link itself, or replace it. */
const canSwap = ({ staging, published }: Folders): boolean => {
  const there = statAt(published)
  const isFree = there === undefined || (there.isDirectory() && readdirSync(published).length === 0)
  return (
    isFree && statAt(staging)?.isDirectory() === true && diskOf(staging).device === diskOf(published).device
  )
}
