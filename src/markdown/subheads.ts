// Subheads: the first is an h2 whatever the author typed, no level is skipped, and each can be linked to.

import type { MarkdownIt, Token } from 'markdown-it'
import { contextOf } from './markdown-context.ts'

export const addSubheads = (markdown: MarkdownIt): void => {
  markdown.core.ruler.push('subheads', state => {
    let typedLevels: number[] = []
    const around: { readonly typedLevels: number[]; readonly level: number }[] = []
    const used = new Map((contextOf(state.env).taken ?? []).map(id => [id, 1]))
    for (const [index, token] of state.tokens.entries()) {
      if (token.type === 'container_box_close' && around.at(-1)?.level === token.level)
        typedLevels = around.pop()?.typedLevels ?? []
      if (token.type !== 'heading_open') continue
      const { isOfEntry, isOfBox } = token.meta ?? {}
      if (isOfEntry || isOfBox) {
        // A live entry starts again at the top; any other box is below the subhead before it. No subhead in it ranks above its heading.
        around.push({ typedLevels, level: token.level - 1 })
        typedLevels = isOfEntry ? [0] : [...typedLevels.map(() => 0), 0]
      } else {
        const typed = Number(token.tag.slice(1))
        while (typedLevels.length > 0 && (typedLevels.at(-1) ?? 0) >= typed) typedLevels.pop()
        typedLevels.push(typed)
        token.attrSet('id', uniqueId(textOf(state.tokens[index + 1]), used))
      }
      const tag = `h${Math.min(typedLevels.length + 1, 6)}`
      token.tag = tag
      const close = state.tokens[index + 2]
      if (close) close.tag = tag
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
