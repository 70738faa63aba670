// HTML as a story may have it, before it becomes markdown: wrappers gone, tables and lists in order, what cannot stay in a note.

import type { AddNote } from '../report/note.ts'
import { buildHtmlTree } from './build-html-tree.ts'
import { largerPicture, withFigures } from './figures.ts'
import { type HtmlElement, type HtmlPart, isElement, printHtml } from './html-tree.ts'
import { withListsApart } from './numbered-list.ts'
import { createLeftovers } from './replace-element.ts'
import { tidyList, withLists } from './tidy-list.ts'
import { tidyTable } from './tidy-table.ts'

/** Whether the archive has a picture that pages can show. */
export type HasPicture = (src: string) => boolean

export const tidyHtml = (html: string, addNote: AddNote, hasPicture: HasPicture = () => false): string => {
  const linked = new Set([...html.matchAll(/href\s*=\s*["']?#([^"'\s>]+)/gi)].map(([, name = '']) => name))
  const root = buildHtmlTree(html, {
    ...createLeftovers(addNote, hasPicture),
    isLinkedTo: name => linked.has(name),
  })
  return printHtml(tidyParts(root, hasPicture))
}

const tidyParts = ({ name, children }: HtmlElement, hasPicture: HasPicture): HtmlPart[] => {
  const tidied = children.flatMap(part => tidyPart(part, hasPicture))
  if (name === 'figure') return tidied
  return withFigures(isListName(name) ? tidied : withListsApart(withLists(tidied)))
}

const isListName = (name: string): boolean => name === 'ul' || name === 'ol'

const tidyPart = (part: HtmlPart, hasPicture: HasPicture): readonly HtmlPart[] => {
  if (!isElement(part)) return [part]
  const inner: HtmlElement = { ...part, children: tidyParts(part, hasPicture) }
  if (part.name === 'table') return tidyTable(inner)
  if (part.name === 'a') return [largerPicture(inner, hasPicture)]
  return [isListName(part.name) ? tidyList(inner) : inner]
}
