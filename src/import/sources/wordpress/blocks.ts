// Texts of WordPress's newer editor: HTML in which comments say where each block begins and ends.

export type Block = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, unknown>
}

/** `free`: text that stands in no block, as the older editor left it. */
export type BlockPart = { readonly text: string; readonly isFree: boolean }

const mark = /^<!--\s+(\/)?wp:([a-z][\w-]*(?:\/[a-z][\w-]*)?)\s+(?:(\{[\s\S]*\})\s+)?(\/)?-->$/

export const hasBlocks = (text: string): boolean => text.includes('<!-- wp:')

/** `fill` gives the HTML of a block that has none in the text. */
export const readBlocks = (text: string, fill: (block: Block) => string): readonly BlockPart[] => {
  const parts: BlockPart[] = []
  const open: string[] = []
  const add = (piece: string) => {
    const isFree = open.every(name => /^(?:core\/)?(?:freeform|shortcode)$/.test(name))
    const last = parts.at(-1)
    if (last?.isFree === isFree) parts[parts.length - 1] = { text: last.text + piece, isFree }
    else parts.push({ text: piece, isFree })
  }
  let done = 0
  for (const { index } of text.matchAll(/<!--\s+\/?wp:/g)) {
    const end = text.indexOf('-->', index) + 3
    const written = end < 3 || index < done ? null : mark.exec(text.slice(index, end))
    if (written === null) continue
    add(text.slice(done, index))
    done = end
    const [, isEnd, name = '', json, isSelfClosing] = written
    if (isEnd !== undefined) open.length = Math.max(0, open.lastIndexOf(name))
    else if (isSelfClosing === undefined) open.push(name)
    else add(fill({ name: name.replace(/^core\//, ''), attributes: attributesIn(json) }))
  }
  add(text.slice(done))
  return parts
}

const attributesIn = (json: string | undefined): ReadonlyMap<string, unknown> => {
  try {
    const value: unknown = JSON.parse(json ?? '{}')
    return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
  } catch {
    return new Map()
  }
}
