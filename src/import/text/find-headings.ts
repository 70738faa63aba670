// The headings of a converted text: their ids here, and the names by which links led to them before.

import { createMarkdown } from '../../markdown/create-markdown.ts'
import { detached } from '../../system/detached.ts'
import type { Anchor } from '../html/html-anchors.ts'

export type Heading = { readonly id: string; readonly anchors: readonly string[] }

/** A name belongs to the heading that it stands in, right behind or before, with no words between. */
export const findHeadings = (body: string, anchors: readonly Anchor[]): readonly Heading[] => {
  const headings = createMarkdown(null)
    .parse(body, {})
    .filter(token => token.type === 'heading_open')
    .map(token => ({ id: detached(String(token.attrGet('id') ?? '')), lines: token.map ?? [0, 0] }))
  const byLine = new Map<number, { readonly id: string; readonly anchors: string[] }>()
  const found = headings.map(({ id, lines: [first, end] }) => {
    const heading = { id, anchors: [] }
    for (let line = first; line < end; line++) byLine.set(line, heading)
    return heading
  })
  const lines = anchors.length === 0 ? [] : body.split('\n')
  for (const { name, line } of anchors) {
    const isAlone = lines[line]?.trim() === ''
    const behind = isAlone ? byLine.get(line - 1) : undefined
    const heading = behind ?? byLine.get(isAlone ? nextLine(lines, line) : line)
    heading?.anchors.push(detached(name))
  }
  return found
}

const nextLine = (lines: readonly string[], from: number): number => {
  let line = from
  while (line < lines.length && lines[line]?.trim() === '') line++
  return line
}
