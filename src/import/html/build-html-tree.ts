// From HTML as people and programs wrote it to a small tree: wrappers go, emphasis never crosses a paragraph, nothing is nested too deep.

import { anchorMark } from './html-anchors.ts'
import { attributesOf, inlineKind, isBlockName, isKept, isRawName, isVoidName } from './html-names.ts'
import { element, type HtmlElement, type HtmlPart } from './html-tree.ts'
import { createOpenElements, type OpenElements } from './open-elements.ts'
import { isWrapper, openRole, roleOf } from './picture-roles.ts'
import { type Attributes, readHtml } from './read-html.ts'
import { createTreeWriter, type TreeWriter } from './write-html-tree.ts'

/** An element whose inside is no text of the story, such as a script or a drawing. */
export type RawElement = {
  readonly name: string
  readonly attributes: Attributes
  readonly words: string
  /** The elements in it. */
  readonly parts: readonly { readonly name: string; readonly attributes: Attributes }[]
}

export type TreeRules = {
  /** What stands for an element; null leaves it as it is. */
  readonly replace: (name: string, attributes: Attributes) => readonly HtmlPart[] | null
  readonly replaceRaw: (raw: RawElement) => readonly HtmlPart[]
  readonly comment: (words: string) => void
  /** Whether a link leads to the name. */
  readonly isLinkedTo: (name: string) => boolean
}

type Builder = { readonly tree: TreeWriter; readonly open: OpenElements; readonly rules: TreeRules }

export const buildHtmlTree = (html: string, rules: TreeRules): HtmlElement => {
  const tree = createTreeWriter()
  const open = createOpenElements(({ name, node, inline }) => {
    if (inline !== null) tree.endInline(inline)
    if (node !== null) tree.endBlock(node)
    else if (inline === null && isBlockName(name)) tree.breakBlock()
  })
  const builder = { tree, open, rules }
  const closings = createClosings(html)
  const raw = createRaw(part => {
    for (const replaced of rules.replaceRaw(part)) tree.put(replaced)
  })
  readHtml(html, {
    open: (name, attributes) => {
      if (raw.takes(name, attributes)) return
      if (name === 'br') tree.breakLine()
      else openElement(name, attributes, builder)
    },
    close: name => {
      closings.met(name)
      if (raw.ends(name)) return
      if (name === 'br') tree.breakLine()
      else if (open.isOpen(name)) closeElement(name, builder, closings.mayCome)
      else if (name === 'p') tree.breakBlock()
    },
    words: text => {
      if (!raw.takesWords(text)) tree.put(text)
    },
    comment: words => {
      if (!raw.takesWords('')) rules.comment(words)
    },
  })
  raw.finish()
  return tree.root
}

const openElement = (name: string, attributes: Attributes, { tree, open, rules }: Builder): void => {
  const isBlock = isBlockName(name)
  if (isBlock && open.last()?.name === 'p') open.pop()
  open.endRow(name)
  const id = attributes.id ?? (name === 'a' ? attributes.name : undefined) ?? ''
  const isHeading = /^h[1-6]$/.test(name)
  const anchor = isHeading || name === 'a' || rules.isLinkedTo(id) ? anchorMark(id) : ''
  if (anchor !== '' && !isHeading) tree.put(anchor)
  const parts = rules.replace(name, attributes)
  for (const part of parts ?? []) tree.put(part)
  if (name === 'hr') tree.put(element('hr'))
  if (isVoidName(name)) return
  const pre = open.isOpen('pre') ? open.last('pre')?.node : undefined
  if (name === 'code' && pre && attributes.class !== undefined) pre.attributes.class ??= attributes.class
  const role = parts === null && pre === undefined ? roleOf(name, attributes.class, tree) : null
  if (role !== null) {
    openRole(name, role, tree, open)
    return
  }
  const kind = parts === null && pre === undefined ? inlineKind(name, attributes) : null
  if (kind !== null) {
    open.push({ name, node: null, inline: tree.beginInline(kind, attributesOf(attributes, kind)) })
    return
  }
  const isNode = isKept(name) && parts === null && !isWrapper(name, attributes.class)
  const node = isNode ? tree.beginBlock(element(name, attributesOf(attributes, name))) : null
  if (node === null && isBlock) tree.breakBlock()
  if (anchor !== '' && isHeading) tree.put(anchor)
  open.push({ name, node, inline: null })
}

const holdsCells = (name: string): boolean => /^(?:t[dhr]|t(?:able|head|body|foot)|caption)$/.test(name)

/** Emphasis that ends behind the end of a block goes on in the next one. */
const closeElement = (name: string, { tree, open }: Builder, mayCome: (name: string) => boolean): void => {
  const crossed = open.close(name)
  if (!isBlockName(name) || holdsCells(name)) return
  for (const { name, inline } of crossed) {
    if (inline === null || !mayCome(name)) continue
    open.push({ name, node: null, inline: tree.beginInline(inline.kind, inline.attributes) })
  }
}

/** Whether a name has closing tags further down; counted when it is asked for. */
const createClosings = (html: string) => {
  const met = new Map<string, number>()
  const all = new Map<string, number>()
  const countAll = (name: string): number => {
    const count = all.get(name) ?? html.match(new RegExp(`</${name}[\\s>]`, 'gi'))?.length ?? 0
    all.set(name, count)
    return count
  }
  return {
    met: (name: string) => {
      met.set(name, (met.get(name) ?? 0) + 1)
    },
    mayCome: (name: string) => countAll(name) > (met.get(name) ?? 0),
  }
}

/** Gathers what stands in an element that is not read as text, and hands it on when that ends. */
const createRaw = (done: (raw: RawElement) => void) => {
  let depth = 0
  let raw: { name: string; attributes: Attributes; words: string; parts: RawElement['parts'][number][] } = {
    ...{ name: '', attributes: {}, words: '', parts: [] },
  }
  const finish = () => {
    if (depth > 0) done(raw)
    depth = 0
  }
  return {
    takes: (name: string, attributes: Attributes): boolean => {
      if (depth === 0 && !isRawName(name)) return false
      if (depth === 0) raw = { name, attributes, words: '', parts: [] }
      else {
        if (raw.name !== 'math') raw.words += ' '
        if (raw.parts.length < 100) raw.parts.push({ name, attributes })
      }
      if (isRawName(name)) depth++
      return true
    },
    ends: (name: string): boolean => {
      if (depth === 0) return false
      if (isRawName(name) && --depth === 0) done(raw)
      return true
    },
    takesWords: (words: string): boolean => {
      if (depth > 0) raw.words += words
      return depth > 0
    },
    finish,
  }
}
