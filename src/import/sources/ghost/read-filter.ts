// A filter of a collection of Ghost, such as "tag:news+featured:true": which posts the collection shows.

import { type GhostPost, isYes } from './ghost-post.ts'

export type PostFilter = (post: GhostPost) => boolean

const tokens = /\s*(\(|\)|,|\+|(?:[\w.]+):(-?)(?:\[([^\]]*)\]|'([^']*)'|([^\s,+()]+)))/y

/** Null for one that is not understood. */
export const readFilter = (text: string): PostFilter | null => {
  let at = 0
  const next = (): RegExpExecArray | null => {
    tokens.lastIndex = at
    return tokens.exec(text)
  }
  const take = (mark: string): boolean => {
    const token = next()
    if (token?.[1] !== mark) return false
    at = tokens.lastIndex
    return true
  }
  const part = (): PostFilter | null => {
    if (take('(')) {
      const inside = either()
      return take(')') ? inside : null
    }
    const token = next()
    const [, written = '', not, list, quoted, bare] = token ?? []
    if (!written.includes(':')) return null
    at = tokens.lastIndex
    const values = (list?.split(',') ?? [quoted ?? bare ?? '']).map(value =>
      value.trim().replace(/^'|'$/g, ''),
    )
    const test = testOf(written.slice(0, written.indexOf(':')), values)
    return test && (not === '-' ? post => !test(post) : test)
  }
  const joined = (mark: string, read: () => PostFilter | null, every: boolean): PostFilter | null => {
    const parts = [read()]
    while (take(mark)) parts.push(read())
    const all = parts.filter(each => each !== null)
    if (all.length < parts.length) return null
    return post => (every ? all.every(each => each(post)) : all.some(each => each(post)))
  }
  const both = () => joined('+', part, true)
  const either = () => joined(',', both, false)
  const filter = either()
  return text.slice(at).trim() === '' ? filter : null
}

/** Null for a field that says something else. */
const testOf = (field: string, values: readonly string[]): PostFilter | null => {
  switch (field) {
    case 'tag':
    case 'tags':
    case 'tags.slug':
      return ({ tags }) => tags.some(({ slug }) => values.includes(slug))
    case 'primary_tag':
      return ({ tags: [first] }) => first !== undefined && !first.isInternal && values.includes(first.slug)
    case 'author':
    case 'authors':
    case 'authors.slug':
      return ({ authors }) => authors.some(({ slug }) => values.includes(slug))
    case 'primary_author':
      return ({ authors: [first] }) => first !== undefined && values.includes(first.slug)
    case 'featured':
      return ({ field }) => values.includes(String(isYes(field('featured'))))
    case 'page':
      return ({ isPage }) => values.includes(String(isPage))
    case 'type':
    case 'visibility':
    case 'slug':
    case 'id':
      return ({ text }) => values.includes(text(field) || (field === 'visibility' ? 'public' : 'post'))
    default:
      return null
  }
}
