// What a data file that is a program exports, as far as it can be read without running it.

import { literalOf } from './literal-value.ts'
import { isFunction, nameOf, type Part, parseProgram, partOf, partsIn, partsOf } from './parse-program.ts'

export type ExportedData = {
  readonly values: ReadonlyMap<string, unknown>
  /** Members whose values only running it would show, with what makes them. */
  readonly made: ReadonlyMap<string, Part>
  /** It may export more than can be seen. */
  readonly isOpen: boolean
}

const nothing: ExportedData = { values: new Map(), made: new Map(), isOpen: false }
const anything: ExportedData = { ...nothing, isOpen: true }

export const exportedData = (text: string): ExportedData => {
  const program = parseProgram(text)
  if (program === null) return anything
  const exported = partsOf(program, 'body').flatMap(statement => {
    if (statement.type === 'ExportDefaultDeclaration') return [partOf(statement, 'declaration')]
    if (/^Export/.test(statement.type)) return [null]
    const assignment = partOf(statement, 'expression')
    return assignment?.type === 'AssignmentExpression' && isExports(partOf(assignment, 'left'))
      ? [partOf(assignment, 'right')]
      : []
  })
  const named = partsIn(program).filter(part => part.type === 'Identifier' && part.name === 'exports')
  if (exported.length === 0 && named.length === 0) return nothing
  // More of them, such as `exports.a = 1`, or one under a condition.
  if (named.length > 1 || named.length > exported.length) return anything
  const [only] = exported
  return exported.length === 1 && only ? dataOf(only, program) : anything
}

/** `module.exports` */
const isExports = (part: Part | null): boolean =>
  part?.type === 'MemberExpression' &&
  nameOf(partOf(part, 'object')) === 'module' &&
  nameOf(partOf(part, 'property')) === 'exports'

const dataOf = (part: Part, program: Part): ExportedData => {
  if (part.type === 'ObjectExpression') return membersOf(part)
  if (part.type === 'AwaitExpression') return anything
  if (part.type === 'Identifier') return ofVariable(String(part.name), program)
  if (!isFunction(part)) return anything
  const body = partOf(part, 'body')
  if (body === null) return anything
  if (body.type !== 'BlockStatement') return dataOf(body, program)
  const returned = partsIn(body, inner => !isFunction(inner) || inner === body)
    .filter(inner => inner.type === 'ReturnStatement')
    .map(inner => partOf(inner, 'argument'))
  return returned.reduce<ExportedData>(
    (all, each) => (each === null ? all : joined(all, dataOf(each, program))),
    nothing,
  )
}

const ofVariable = (name: string, program: Part): ExportedData => {
  const [declared, second] = partsIn(program).filter(
    part => part.type === 'VariableDeclarator' && nameOf(partOf(part, 'id')) === name,
  )
  const start = declared && partOf(declared, 'init')
  if (!start || second !== undefined || start.type === 'Identifier') return anything
  const set = partsIn(program).flatMap(part => {
    const left = part.type === 'AssignmentExpression' ? partOf(part, 'left') : null
    const isOwn = left?.type === 'MemberExpression' && nameOf(partOf(left, 'object')) === name
    const member = isOwn && left ? nameOf(partOf(left, 'property')) : null
    return member === null ? [] : [[member, part] as const]
  })
  return joined(dataOf(start, program), { ...nothing, made: new Map(set) })
}

const membersOf = (object: Part): ExportedData => {
  const values = new Map<string, unknown>()
  const made = new Map<string, Part>()
  let isOpen = false
  for (const member of partsOf(object, 'properties')) {
    const name = member.type === 'Property' && member.computed !== true ? nameOf(partOf(member, 'key')) : null
    const value = partOf(member, 'value')
    const literal = literalOf(value)
    if (name === null || value === null) isOpen = true
    else if (literal.isKnown) values.set(name, literal.value)
    else made.set(name, value)
  }
  return { values, made, isOpen }
}

/** A member that two say differently is one that only running would show. */
const joined = (one: ExportedData, other: ExportedData): ExportedData => ({
  values: new Map([...other.values, ...one.values]),
  made: new Map([...one.made, ...other.made]),
  isOpen: one.isOpen || other.isOpen,
})
