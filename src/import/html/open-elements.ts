// The elements of HTML that are open at a place, and those that end without a tag of their own.

import type { HtmlElement } from './html-tree.ts'
import type { Inline } from './write-html-tree.ts'

export type OpenElement = {
  readonly name: string
  /** The block or the emphasis that it is in the tree. */
  readonly node: HtmlElement | null
  readonly inline: Inline | null
}

export type OpenElements = {
  readonly push: (open: OpenElement) => void
  readonly isOpen: (name: string) => boolean
  readonly last: (name?: string) => OpenElement | undefined
  readonly pop: () => void
  /** Ends the element and all in it. What it gives was open in it. */
  readonly close: (name: string) => readonly OpenElement[]
  /** Ends what a further item, cell or term ends. */
  readonly endRow: (name: string) => void
}

const cells = [/^(?:td|th|caption)$/, /^table$/] as const
const lines = [/^(?:tr|td|th|caption)$/, /^table$/] as const
const groups = [/^(?:t(?:r|d|h|head|body|foot)|caption)$/, /^table$/] as const
const definitions = [/^d[td]$/, /^(?:dl|table|blockquote)$/] as const

/** What each ends, up to what holds its row. */
const rows: ReadonlyMap<string, readonly [closes: RegExp, within: RegExp]> = new Map([
  ['li', [/^li$/, /^(?:ul|ol|menu|dir|table|blockquote)$/]],
  ...(['td', 'th'] as const).map(name => [name, cells] as const),
  ['tr', lines],
  ...(['thead', 'tbody', 'tfoot'] as const).map(name => [name, groups] as const),
  ...(['dt', 'dd'] as const).map(name => [name, definitions] as const),
  ['option', [/^option$/, /^select$/]],
])

/** How far back it is looked for. */
const reach = 100

export const createOpenElements = (ended: (open: OpenElement) => void): OpenElements => {
  const stack: OpenElement[] = []
  const counts = new Map<string, number>()
  const pop = () => {
    const open = stack.pop()
    if (open === undefined) return
    counts.set(open.name, (counts.get(open.name) ?? 1) - 1)
    ended(open)
  }
  const popTo = (length: number) => {
    while (stack.length > length) pop()
  }
  return {
    push: open => {
      stack.push(open)
      counts.set(open.name, (counts.get(open.name) ?? 0) + 1)
    },
    isOpen: name => (counts.get(name) ?? 0) > 0,
    last: name => (name === undefined ? stack.at(-1) : stack.findLast(open => open.name === name)),
    pop,
    close: name => {
      const at = stack.findLastIndex(open => open.name === name)
      const found = stack[at]
      // The end of emphasis ends no paragraph that began in it.
      const isCrossing = found?.inline && stack.slice(at + 1, at + reach).some(open => open.inline === null)
      if (isCrossing && stack.length - at < reach) {
        stack.splice(at, 1)
        counts.set(name, (counts.get(name) ?? 1) - 1)
        ended(found)
        return []
      }
      const inside = stack.slice(at + 1, at + 1 + reach)
      popTo(at)
      return inside
    },
    endRow: name => {
      const [closes, within] = rows.get(name) ?? []
      if (closes === undefined || within === undefined) return
      let first = stack.length
      for (let at = stack.length - 1; at >= 0 && stack.length - at < reach; at--) {
        const open = stack[at]?.name ?? ''
        if (within.test(open)) break
        if (closes.test(open)) first = at
      }
      popTo(first)
    },
  }
}
