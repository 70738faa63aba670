// The faults that a check against a standard finds in a document, with the line of each fault.

import type { PageFault } from '../../../src/check/page-fault.ts'
import type { StandardContext } from '../../../src/check/standards/standard-fault.ts'
import { at } from '../../rig/small-newsroom.ts'

export const context: StandardContext = {
  self: 'https://bulletin.example/rss.xml',
  origin: 'https://bulletin.example',
  zone: 'Asia/Kolkata',
  now: at('2024-10-25T00:00:00Z'),
}

/** "12 an item needs one guid (RSS 2.0)" */
export const faultsIn = (document: string, faults: readonly PageFault[]): readonly string[] =>
  faults.map(({ message, offset }) => `${document.slice(0, offset).split('\n').length} ${message}`)

/** Throws when there is nothing to replace, as such a test would test nothing. */
export const replaced = (document: string, from: string, to: string): string => {
  if (!document.includes(from)) throw new Error(`there is no ${from}`)
  return document.replace(from, () => to)
}
