// Links, subheads and entries of lists without words, and captions that are not shown.

import type { Token } from 'markdown-it'
import type { BodyFault } from './body-fault.ts'

/** `lines`: of the text; without them the entries of lists are left alone. */
export const findEmptyFaults = (
  tokens: readonly Token[],
  lines: readonly string[] = [],
): readonly BodyFault[] => {
  // The text of a table's cell does not know its own.
  let line = 0
  return tokens.flatMap((token, at): readonly BodyFault[] => {
    if (token.map) line = token.map[0]
    const children = token.children ?? []
    if (token.type === 'heading_open' && !token.meta?.isOfEntry && !token.meta?.isOfBox)
      return showsWords(tokens[at + 1]?.children ?? []) ? [] : [{ line, ...emptySubhead }]
    if (token.type === 'list_item_open' && tokens[at + 1]?.type === 'list_item_close')
      return loneMark.test(lines[line] ?? '') ? [{ line, ...emptyEntry(token.markup) }] : []
    return children.length === 0 ? [] : [...emptyLinks(children, line), ...lostCaptions(children, line)]
  })
}

/** Others hold what is another problem: notes, references. */
const loneMark = /^[ \t>*+-]*[*+-][ \t]*$/

/** Whether there is anything to see or to hear. A picture without words is another problem. */
const showsWords = (children: readonly Token[]): boolean =>
  children.some(({ type, content }) => /^(?:image|media|footnote_ref)$/.test(type) || visible.test(content))

const visible = /[^\p{Z}\p{C}]/u

const emptyLinks = (children: readonly Token[], line: number): readonly BodyFault[] => {
  let start = -1
  return children.flatMap((token, at): readonly BodyFault[] => {
    if (token.type === 'link_open') start = at
    if (token.type !== 'link_close' || showsWords(children.slice(start + 1, at))) return []
    const href = String(children[start]?.attrGet('href'))
    return [{ line, words: `](${href}`, ...emptyLink(href) }]
  })
}

const lostCaptions = (children: readonly Token[], line: number): readonly BodyFault[] =>
  children.flatMap((child): readonly BodyFault[] => {
    const isInLine = child.type === 'image' && !child.meta?.isFigure
    const caption = isInLine ? String(child.attrGet('title') ?? '') : ''
    return caption.trim() === '' ? [] : [{ line, words: caption, ...lostCaption }]
  })

const emptySubhead = {
  code: 'subhead-no-words',
  message: 'the subhead has no words',
  hint: 'write them behind the #, or remove the line',
}

const emptyEntry = (mark: string) => ({
  code: 'entry-no-words',
  severity: 'warning' as const,
  message: `to markdown this ${mark} begins an entry of a list, and the entry has no words`,
  hint:
    mark === '*'
      ? 'write *** for a line between two parts of a text, or remove it'
      : 'write them behind it, or remove it',
})

const emptyLink = (href: string) => ({
  code: 'link-no-words',
  message: `the link to ${href} has no words, so nobody can see or follow it`,
  hint: 'write them between the brackets, or remove the link',
})

const lostCaption = {
  code: 'picture-caption-lost',
  message: 'a picture among words has no caption: readers would not see this one',
  hint: 'give the picture a paragraph of its own, or remove the caption',
}
