// When a function of a program gives `false` for a page, so that none is made: where it can be known, by which of its fields.

import { isFunction, isPart, nameOf, type Part, partOf, partsOf } from './parse-program.ts'

/**
 * The fields of which one must say something before the function gives `false`. Null where it could give it for any
 * page: then nobody can tell by reading.
 */
export const hidingFields = (program: Part): readonly string[] | null => {
  if (!isFunction(program)) return null
  const body = partOf(program, 'body')
  if (body === null) return null
  const results = body.type === 'BlockStatement' ? resultsIn(body, null) : [{ value: body, field: null }]
  const fields = results.map(({ value, field }) => fieldsOf(value, field))
  return fields.includes(null) ? null : [...new Set(fields.flatMap(each => each ?? []))]
}

/** `field`: what must say something for this result to be given, or null. */
type Result = { readonly value: Part; readonly field: string | null }

const resultsIn = (statement: Part, field: string | null): readonly Result[] => {
  if (isFunction(statement)) return []
  if (statement.type === 'ReturnStatement') {
    const value = partOf(statement, 'argument')
    return value === null ? [] : [{ value, field }]
  }
  const then = partOf(statement, 'consequent')
  const within = statement.type === 'IfStatement' ? (neededField(partOf(statement, 'test')) ?? field) : field
  const inner = Object.entries(statement).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter(isPart)
      .flatMap(each => resultsIn(each, name === 'consequent' && each === then ? within : field)),
  )
  return inner
}

const fieldsOf = (value: Part, field: string | null): readonly string[] | null => {
  switch (value.type) {
    case 'Literal':
      return value.value === false ? hidden(field) : []
    case 'ConditionalExpression': {
      const [then, other] = [partOf(value, 'consequent'), partOf(value, 'alternate')]
      const inner = [
        then && fieldsOf(then, neededField(partOf(value, 'test')) ?? field),
        other && fieldsOf(other, field),
      ]
      return inner.includes(null) ? null : inner.flatMap(each => each ?? [])
    }
    case 'TemplateLiteral':
    // A field of the page, which is looked at by itself.
    case 'MemberExpression':
      return []
    case 'BinaryExpression':
      return value.operator === '+' ? [] : hidden(field)
    case 'CallExpression':
      return ofTexts.test(nameOf(calledBy(value)) ?? '') ? [] : hidden(field)
    case 'Identifier':
      return value.name === 'undefined' || value.name === 'content' ? [] : hidden(field)
    default:
      return hidden(field)
  }
}

const hidden = (field: string | null): readonly string[] | null => (field === null ? null : [field])

/** What such a function gives is a text. */
const ofTexts = /^(?:slugify|slug|replace|replaceAll|toLowerCase|trim|join|concat|format|toFormat|toString)$/

const calledBy = (call: Part): Part | null => {
  const callee = partOf(call, 'callee')
  return callee?.type === 'MemberExpression' ? partOf(callee, 'property') : callee
}

/** `data.draft`, `draft`, or either with more behind `&&`: what must be true for the whole to be. */
const neededField = (test: Part | null): string | null => {
  if (test === null) return null
  if (test.type === 'LogicalExpression' && test.operator === '&&')
    return neededField(partOf(test, 'left')) ?? neededField(partOf(test, 'right'))
  if (test.type === 'MemberExpression') {
    const isOfPage = nameOf(partOf(test, 'object')) === 'data'
    return isOfPage && test.computed !== true ? nameOf(partOf(test, 'property')) : null
  }
  return /^(?:draft|hidden|unpublished|private|unlisted|wip)$/i.test(nameOf(test) ?? '') ? nameOf(test) : null
}

/** data => `/blog/${data.page.fileSlug}/` as the template "/blog/{{ page.fileSlug }}/"; null for what is more than that. */
export const asTemplate = (program: Part): string | null => {
  const body = partOf(program, 'body')
  if (!isFunction(program) || body?.type !== 'TemplateLiteral') return null
  const texts = partsOf(body, 'quasis').map(each => String((each.value as { cooked?: unknown }).cooked ?? ''))
  const fields = partsOf(body, 'expressions').map(pathOf)
  if (fields.some(path => path === null || !path.startsWith('data.'))) return null
  return texts.map((text, index) => text + (fields[index] ? `{{ ${fields[index].slice(5)} }}` : '')).join('')
}

/** "data.page.fileSlug" */
const pathOf = (part: Part): string | null => {
  if (part.type !== 'MemberExpression') return nameOf(part)
  const [object, property] = [partOf(part, 'object'), partOf(part, 'property')]
  const before = object === null || part.computed === true ? null : pathOf(object)
  return before === null ? null : `${before}.${nameOf(property)}`
}
