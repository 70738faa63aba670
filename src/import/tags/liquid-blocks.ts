// Where the blocks of Liquid begin, branch and end in a text: `{% if %} … {% else %} … {% endif %}`.

export type LiquidBranch = {
  /** What is asked before it: `if`, `elsif`, `else`, `when`, `for` … with its words. */
  readonly name: string
  readonly words: string
  readonly start: number
  readonly end: number
}

export type LiquidBlock = {
  readonly name: string
  readonly branches: readonly LiquidBranch[]
  /** Behind the tag that ends it. */
  readonly end: number
}

type Open = { readonly name: string; readonly at: number; readonly branches: LiquidBranch[] }

const blockTag =
  /\{%-?\s*(end)?(if|unless|case|for|capture|raw|comment|elsif|else|when)\b((?:[^%]|%(?!\}))*)%\}/g

/** By the offset of the tag that opens each; in one pass, however many there are. Blocks that nothing ends are none. */
export const liquidBlocksIn = (text: string): ReadonlyMap<number, LiquidBlock> => {
  const blocks = new Map<number, LiquidBlock>()
  const open: Open[] = []
  for (const { 0: tag, 1: end, 2: name = '', 3: rest = '', index } of text.matchAll(blockTag)) {
    const words = rest.replace(/-\s*$/, '').trim()
    const last = open.at(-1)
    const isVerbatim = last?.name === 'raw' || last?.name === 'comment'
    if (end !== undefined) {
      if (last?.name !== name) {
        if (!isVerbatim) open.length = 0
        continue
      }
      open.pop()
      const branches = closed(last.branches, index)
      blocks.set(last.at, { name, branches, end: index + tag.length })
    } else if (isVerbatim) continue
    else if (name === 'elsif' || name === 'else' || name === 'when') {
      if (last !== undefined)
        last.branches.splice(0, last.branches.length, ...closed(last.branches, index), {
          ...{ name, words },
          ...{ start: index + tag.length, end: -1 },
        })
    } else open.push({ name, at: index, branches: [{ name, words, start: index + tag.length, end: -1 }] })
  }
  return blocks
}

/** The last branch ends where the next tag of the block begins. */
const closed = (branches: readonly LiquidBranch[], end: number): readonly LiquidBranch[] =>
  branches.map(branch => (branch.end === -1 ? { ...branch, end } : branch))
