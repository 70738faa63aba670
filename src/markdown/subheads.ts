// Subheads: the first is an h2 whatever the author typed, no level is skipped, and each can be linked to.

import type { MarkdownIt, Token } from 'markdown-it'

export const addSubheads = (markdown: MarkdownIt): void => {
  markdown.core.ruler.push('subheads', state => {
    const typedLevels: number[] = []
    const used = new Map<string, number>()
    for (const [index, open] of state.tokens.entries()) {
      if (open.type !== 'heading_open') continue
      const typed = Number(open.tag.slice(1))
      while (typedLevels.length > 0 && (typedLevels.at(-1) ?? 0) >= typed) typedLevels.pop()
      typedLevels.push(typed)
      const tag = `h${Math.min(typedLevels.length + 1, 6)}`
      open.tag = tag
      const close = state.tokens[index + 2]
      if (close) close.tag = tag
      open.attrSet('id', uniqueId(textOf(state.tokens[index + 1]), used))
    }
  })
}

const textOf = (inline: Token | undefined): string =>
  (inline?.children ?? []).map(child => child.content).join('')

const uniqueId = (text: string, used: Map<string, number>): string => {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? ['subhead']
  // Ids that begin with dl- are the layouts' own.
  const id = words.join('-').replace(/^dl-/, 'dl_')
  const times = (used.get(id) ?? 0) + 1
  used.set(id, times)
  return times === 1 ? id : uniqueId(`${id}-${times}`, used)
}
