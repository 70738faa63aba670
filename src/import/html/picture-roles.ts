// Elements that are a picture's caption, or name who took it: by their classes, and where they stand.

import { element } from './html-tree.ts'
import type { OpenElements } from './open-elements.ts'
import type { TreeWriter } from './write-html-tree.ts'

const captionClass =
  /^(?:wp-(?:element-)?|blocks-gallery-|gallery-|(?:article|block|content|entry|figure|img|image|inline|media|photo|pic|picture|story)[-_]{1,2})?(?:caption|cutline|legend|figcaption)(?:[-_]text)?$/
const creditClass =
  /^(?:(?:article|caption|content|entry|figure|img|image|inline|lead|media|photo|pic|picture|wp-media)[-_]{1,2})?(?:credits?|attribution|copyright|byline|photographer|source|rights)$/
const ownCreditClass = /^(?:(?:caption|figure|img|image|media|photo|pic|picture)[-_]{1,2})\w+$|^credits?$/

/** What an element is under a picture, by its classes; null for others. `isLoose`: it stands in no figure and no caption. */
const roleOfClass = (classes: string | undefined, isLoose: boolean): 'caption' | 'credit' | null => {
  const names = (classes ?? '').toLowerCase().split(/\s+/).slice(0, 20)
  if (names.some(name => creditClass.test(name) && (!isLoose || ownCreditClass.test(name)))) return 'credit'
  return names.some(name => captionClass.test(name)) ? 'caption' : null
}

const mayBeCaption = /^(?:p|div|span|small|dd|figcaption|cite|footer|aside|em|i)$/

/** What an element is under a picture, by its classes: its caption, or who took it. */
export const roleOf = (
  name: string,
  classes: string | undefined,
  tree: TreeWriter,
): 'caption' | 'credit' | null => {
  if (!mayBeCaption.test(name) || (classes === undefined && name !== 'cite')) return null
  const isInCaption = tree.isInside('figcaption')
  const isInFigure = isInCaption || tree.isInside('figure')
  if (name === 'cite') return isInFigure ? 'credit' : null
  const role = roleOfClass(classes, !isInFigure)
  if (role === 'caption' && (isInCaption || name === 'figcaption')) return null
  return isInFigure || tree.isBehindPicture() ? role : null
}

/** A credit is marked where it stands, and is a caption where it stands in none. */
export const openRole = (
  name: string,
  role: 'caption' | 'credit',
  tree: TreeWriter,
  open: OpenElements,
): void => {
  const node = tree.isInside('figcaption') ? null : tree.beginBlock(element('figcaption'))
  open.push({ name, node, inline: role === 'credit' ? tree.beginInline('cite', {}) : null })
}

/** Old galleries of WordPress list each picture as a term. */
export const isWrapper = (name: string, classes: string | undefined): boolean =>
  /^d[lt]$/.test(name) && /\b(?:gallery-i(?:tem|con)|wp-caption)/.test(classes ?? '')
