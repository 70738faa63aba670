// HTML as a story may have it, before it becomes markdown: wrappers gone, tables and lists in order, what cannot stay in a note.

import type { AddNote } from '../report/note.ts'
import { buildHtmlTree } from './build-html-tree.ts'
import { type HtmlElement, type HtmlPart, isElement, printHtml } from './html-tree.ts'
import { createLeftovers } from './replace-element.ts'
import { tidyList, withLists } from './tidy-list.ts'
import { tidyTable } from './tidy-table.ts'

export const tidyHtml = (html: string, addNote: AddNote): string => {
  const linked = new Set([...html.matchAll(/href\s*=\s*["']?#([^"'\s>]+)/gi)].map(([, name = '']) => name))
  const root = buildHtmlTree(html, {
    ...createLeftovers(addNote),
    isLinkedTo: name => linked.has(name),
  })
  return printHtml(tidyParts(root.children, false))
}

const tidyParts = (parts: readonly HtmlPart[], isList: boolean): HtmlPart[] => {
  const tidied = parts.flatMap(tidyPart)
  return isList ? tidied : withLists(tidied)
}

const tidyPart = (part: HtmlPart): readonly HtmlPart[] => {
  if (!isElement(part)) return [part]
  const isList = part.name === 'ul' || part.name === 'ol'
  const inner: HtmlElement = { ...part, children: tidyParts(part.children, isList) }
  if (part.name === 'table') return tidyTable(inner)
  return [isList ? tidyList(inner) : inner]
}
