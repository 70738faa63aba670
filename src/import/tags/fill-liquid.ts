// Tags of Liquid that set names and choose or repeat text, where data decides: `assign`, `capture`, `if`, `unless`, `case`, `for`.

import { rememberFor } from '../../domain/remember.ts'
import type { TagContext, TagReplacement, TagValues } from '../text/text-dialect.ts'
import { type LiquidBlock, type LiquidBranch, liquidBlocksIn } from './liquid-blocks.ts'
import type { NamedTag } from './read-tag.ts'

type Filling = { readonly tag: NamedTag; readonly text: string; readonly context: TagContext }

/** Null when the tag is another one, or data does not decide. */
export const fillLiquid = (filling: Filling): TagReplacement | null => {
  const { tag, context } = filling
  const { values } = context
  if (values === undefined) return null
  if (tag.name === 'assign') return assigned(tag, values)
  if (!/^(?:if|unless|case|for|capture)$/.test(tag.name)) return null
  const block = blocksOf(context.findClosing)(filling.text).get(tag.start)
  if (block === undefined) return null
  const text = textOf(block, filling, values)
  if (text !== null) return { text, end: block.end }
  // Nobody knows which of its branches sets a name.
  const inside = filling.text.slice(tag.end, block.end)
  for (const [, name = ''] of inside.matchAll(/\{%-?\s*(?:assign|capture)\s+([\w-]+)/g)) values.bar(name)
  return null
}

/** `findClosing` is one for each text. */
const blocksOf = rememberFor((_: TagContext['findClosing']) => {
  let found: ReadonlyMap<number, LiquidBlock> | null = null
  return (text: string): ReadonlyMap<number, LiquidBlock> => {
    found ??= liquidBlocksIn(text)
    return found
  }
})

const assigned = ({ rest, end }: NamedTag, values: TagValues): TagReplacement | null => {
  const [, name, expression] = /^\s*([\w-]+)\s*=\s*([\s\S]+)$/.exec(rest) ?? []
  const isSet = name !== undefined && expression !== undefined && values.set(name, expression)
  return isSet ? { text: '', end } : null
}

const textOf = (block: LiquidBlock, filling: Filling, values: TagValues): string | null => {
  const [first] = block.branches
  if (first === undefined) return null
  switch (block.name) {
    case 'for':
      return repeated(block, first, filling, values)
    case 'capture':
      return values.put(first.words, insideOf(first, filling)) ? '' : null
    case 'case':
      return chosen(block.branches.slice(1), branch => isCase(first.words, branch, values), filling)
    default:
      return chosen(block.branches, branch => holds(branch, values), filling)
  }
}

const insideOf = ({ start, end }: LiquidBranch, { text, context }: Filling): string =>
  context.fill(text.slice(start, end))

const chosen = (
  branches: readonly LiquidBranch[],
  asks: (branch: LiquidBranch) => boolean | null,
  filling: Filling,
): string | null => {
  for (const branch of branches) {
    const answer = branch.name === 'else' || asks(branch)
    if (answer === null) return null
    if (!answer) continue
    noteHidden(branches, branch, filling)
    return insideOf(branch, filling)
  }
  noteHidden(branches, null, filling)
  return ''
}

const hiddenNote = 'Left out words that a condition of the old site’s template hid'

const noteHidden = (
  branches: readonly LiquidBranch[],
  shown: LiquidBranch | null,
  { text, context }: Filling,
): void => {
  for (const branch of branches) {
    const words = text.slice(branch.start, branch.end).trim()
    if (branch !== shown && words !== '') context.addNote(hiddenNote, words)
  }
}

const holds = ({ name, words }: LiquidBranch, values: TagValues): boolean | null => {
  const answer = values.isTrue(words)
  return answer === null || name !== 'unless' ? answer : !answer
}

const isCase = (subject: string, { words }: LiquidBranch, values: TagValues): boolean | null => {
  const answers = words.split(/\s*,\s*|\s+or\s+/).map(value => values.isTrue(`${subject} == ${value}`))
  return answers.includes(true) ? true : answers.includes(null) ? null : false
}

const otherFlow = /\{%-?\s*(?:break|continue|cycle|increment|decrement)\b/

/** The names of a loop are its own. */
const repeated = (
  block: LiquidBlock,
  first: LiquidBranch,
  filling: Filling,
  values: TagValues,
): string | null => {
  const [, name, expression] = /^([\w-]+)\s+in\s+(\S+|\(.*?\))$/.exec(first.words) ?? []
  const inside = filling.text.slice(first.start, first.end)
  if (name === undefined || expression === undefined || otherFlow.test(inside)) return null
  const entries = values.entriesOf(expression)
  if (entries === null) return null
  const otherwise = block.branches[1]
  if (entries.length === 0) return otherwise === undefined ? '' : insideOf(otherwise, filling)
  const length = entries.length
  const written = entries.map((entry, index) => {
    const [isFirst, isLast] = [index === 0, index === length - 1]
    values.put('forloop', { index: index + 1, index0: index, first: isFirst, last: isLast, length })
    values.put(name, entry)
    return insideOf(first, filling)
  })
  values.put(name, undefined)
  values.put('forloop', undefined)
  return written.join('')
}
