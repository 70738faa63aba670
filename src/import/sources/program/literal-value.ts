// Values that stand in a program as they are: texts, numbers, lists and maps of them.

import { nameOf, type Part, partOf, partsOf } from './parse-program.ts'

export type Literal = { readonly isKnown: true; readonly value: unknown } | { readonly isKnown: false }

const unknown: Literal = { isKnown: false }
const known = (value: unknown): Literal => ({ isKnown: true, value })

export const literalOf = (part: Part | null): Literal => {
  if (part === null) return unknown
  switch (part.type) {
    case 'Literal':
      return part.regex === undefined && part.bigint === undefined ? known(part.value) : unknown
    case 'TemplateLiteral': {
      const texts = partsOf(part, 'quasis').map(each => (each.value as { cooked?: unknown }).cooked)
      return partsOf(part, 'expressions').length === 0 ? known(texts.join('')) : unknown
    }
    case 'UnaryExpression': {
      const inner = literalOf(partOf(part, 'argument'))
      return part.operator === '!' && inner.isKnown ? known(!inner.value) : unknown
    }
    case 'ArrayExpression': {
      const items = partsOf(part, 'elements').map(literalOf)
      return items.every(item => item.isKnown)
        ? known(items.map(item => item.isKnown && item.value))
        : unknown
    }
    case 'ObjectExpression': {
      const members = partsOf(part, 'properties').map(
        each =>
          [
            each.computed === true ? null : nameOf(partOf(each, 'key')),
            literalOf(partOf(each, 'value')),
          ] as const,
      )
      return members.every(([name, value]) => name !== null && value.isKnown)
        ? known(Object.fromEntries(members.map(([name, value]) => [name, value.isKnown && value.value])))
        : unknown
    }
    default:
      return unknown
  }
}
