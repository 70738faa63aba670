// Writes a tree of HTML: links and emphasis are begun again in each block, and line breaks go where they end nothing.

import { isPictureLast } from './figures.ts'
import { boundary, element, type HtmlElement, type HtmlPart, isElement } from './html-tree.ts'

/** Nobody reads a list in a list in a list any deeper. */
const deepest = 24

export type Inline = { readonly kind: string; readonly attributes: Record<string, string> }

export type TreeWriter = {
  readonly root: HtmlElement
  readonly put: (part: HtmlPart) => void
  /** What names it for `endInline`; null when the same is begun already. */
  readonly beginInline: (kind: string, attributes: Record<string, string>) => Inline | null
  readonly endInline: (inline: Inline) => void
  /** Null when it cannot stand here, only what it holds. */
  readonly beginBlock: (node: HtmlElement) => HtmlElement | null
  readonly endBlock: (node: HtmlElement) => void
  /** What follows is another paragraph. */
  readonly breakBlock: () => void
  readonly breakLine: () => void
  /** Whether what was written last is a picture in a paragraph of its own. */
  readonly isBehindPicture: () => boolean
  readonly isInside: (name: string) => boolean
}

export const createTreeWriter = (): TreeWriter => {
  const root = element('root')
  const blocks: HtmlElement[] = [root]
  const block = () => blocks.at(-1) as HtmlElement
  const line = createLine(block)
  return {
    root,
    put: part => {
      if (!isElement(part) || part.name === 'img') {
        line.put(part)
        return
      }
      line.leave()
      block().children.push(part)
    },
    beginInline: line.begin,
    endInline: line.end,
    beginBlock: node => {
      if (blocks.length >= deepest || !mayStand(node.name, blocks)) return null
      line.leave()
      block().children.push(node)
      blocks.push(node)
      return node
    },
    endBlock: node => {
      if (!blocks.includes(node)) return
      while (blocks.length > 1 && blocks.pop() !== node);
      line.leave()
    },
    breakBlock: () => {
      line.leave()
      addBoundary(block())
    },
    breakLine: () => {
      if (block().name === 'pre') block().children.push('\n')
      else line.break()
    },
    isBehindPicture: () => isPictureLast(block().children),
    isInside: name => blocks.some(block => block.name === name),
  }
}

const isLine = ({ name }: HtmlElement): boolean => /^(?:h[1-6]|dt|summary|caption)$/.test(name)

const addBoundary = (block: HtmlElement): void => {
  const { name, children } = block
  if (name === 'pre') children.push('\n')
  else if (isLine(block)) children.push(' ')
  else if (children.length > 0 && !isElement(children.at(-1), 'div')) children.push(boundary())
}

/** Words, pictures and breaks of one paragraph, in the links and the emphasis that are open. */
const createLine = (block: () => HtmlElement) => {
  const inlines: Inline[] = []
  /** The elements in which the next words stand, for as many of the inlines as have begun in this block. */
  let chain: { readonly inline: Inline; readonly node: HtmlElement }[] = []
  let breaks = 0
  const leave = () => {
    chain = []
    breaks = 0
  }
  const putBreaks = () => {
    const isOne = breaks === 1
    if (breaks === 0) return
    leave()
    const { children } = block()
    if (children.length === 0 || isElement(children.at(-1), 'div')) return
    if (isOne && !isLine(block())) children.push(element('br'))
    else addBoundary(block())
  }
  const cursor = () => {
    let length = 0
    while (length < chain.length && chain[length]?.inline === inlines[length]) length++
    chain.length = length
    for (const inline of block().name === 'pre' ? [] : inlines.slice(length)) {
      const node = element(inline.kind, { ...inline.attributes })
      const around = chain.at(-1)?.node ?? block()
      around.children.push(node)
      chain.push({ inline, node })
    }
    return chain.at(-1)?.node ?? block()
  }
  return {
    leave,
    put: (part: HtmlPart) => {
      const isBlank = typeof part === 'string' && part.trim() === ''
      if (isBlank && breaks > 0) return
      putBreaks()
      cursor().children.push(part)
    },
    begin: (kind: string, attributes: Record<string, string>): Inline | null => {
      const same = inlines.findIndex(inline => inline.kind === kind)
      if (same !== -1 && kind !== 'a') return null
      // A link in a link ends it.
      if (same !== -1) inlines.splice(same, 1)
      const inline = { kind, attributes }
      inlines.push(inline)
      return inline
    },
    end: (inline: Inline) => {
      const at = inlines.indexOf(inline)
      if (at !== -1) inlines.splice(at, 1)
    },
    break: () => {
      breaks++
    },
  }
}

const parts = /^(?:tr|td|th|thead|tbody|tfoot|caption)$/

/** In a heading or a term there is one line; parts of a table stand in one. */
const mayStand = (name: string, blocks: readonly HtmlElement[]): boolean => {
  const last = blocks.at(-1)?.name ?? ''
  if (/^(?:h[1-6]|dt|summary|caption|pre)$/.test(last)) return false
  if (name === 'p' || /^h[1-6]$/.test(name)) return last !== 'p'
  return !parts.test(name) || blocks.some(block => block.name === 'table')
}
