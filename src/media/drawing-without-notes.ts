// The text of a drawing without comments, metadata, and the elements and attributes of drawing programs.

/** As it is when it cannot be read. */
export const drawingWithoutNotes = (text: string): string => keptParts(text)?.join('') ?? text

const svg = 'http://www.w3.org/2000/svg'
const kept = new Set([svg, 'http://www.w3.org/1999/xlink', 'http://www.w3.org/XML/1998/namespace'])

/** A document type, a tag, or text. */
const token = /<![^>]*>|<\/?[^\s/>]+(?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?>|[^<]+/y

/** A comment, a text as it is, an instruction: how they begin and end. */
const blocks = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

/** The next part of a text; null where there can be none. */
const partAt = (text: string, at: number): string | null => {
  const block = text[at] === '<' ? blocks.find(([begin]) => text.startsWith(begin, at)) : undefined
  if (block) {
    const end = text.indexOf(block[1], at + block[0].length)
    return end === -1 ? null : text.slice(at, end + block[1].length)
  }
  token.lastIndex = at
  return token.exec(text)?.[0] ?? null
}

type Level = {
  readonly isKept: boolean
  readonly isStyle: boolean
  /** The prefixes that its tag gives a namespace. */
  readonly declared: readonly string[]
}

/** By prefix, "" for none: one for each open element that declares it, the innermost last. Copies would grow with the depth. */
type Spaces = Map<string, string[]>

const spaceOf = (name: string, spaces: Spaces): string | undefined => spaces.get(prefixOf(name))?.at(-1)

const close = ({ declared }: Level, spaces: Spaces): void => {
  for (const prefix of declared) spaces.get(prefix)?.pop()
}

/** Null for a text that is not what it should be. */
const keptParts = (text: string): readonly string[] | null => {
  const hasSelectors = /\[\s*data-/.test(text)
  const parts: string[] = []
  const spaces: Spaces = new Map([['xml', ['http://www.w3.org/XML/1998/namespace']]])
  const levels: Level[] = [{ isKept: true, isStyle: false, declared: [] }]
  for (let at = 0; at < text.length; ) {
    const part = partAt(text, at)
    const level = levels.at(-1)
    if (part === null || level === undefined) return null
    at += part.length
    if (part.startsWith('</')) {
      levels.pop()
      close(level, spaces)
      if (level.isKept) parts.push(part)
    } else if (/^<[^!?]/.test(part)) {
      const inside = open(part, level, spaces)
      if (inside.isKept) parts.push(keptTag(part, spaces, hasSelectors))
      if (part.endsWith('/>')) close(inside, spaces)
      else levels.push(inside)
    } else if (level.isKept) parts.push(keptText(part, level))
  }
  return parts
}

const keptText = (part: string, { isStyle }: Level): string => {
  if (part.startsWith('<!--') || (part.startsWith('<?') && !/^<\?xml\s/.test(part))) return ''
  return isStyle ? part.replace(/\/\*[\s\S]*?\*\//g, '') : part
}

const attribute = /\s+([^\s=/>]+)\s*=\s*("[^"]*"|'[^']*')/g

const open = (tag: string, outer: Level, spaces: Spaces): Level => {
  const declared = tag.includes('xmlns') ? declaredIn(tag) : []
  for (const [prefix, space] of declared) {
    const outside = spaces.get(prefix)
    if (outside) outside.push(space)
    else spaces.set(prefix, [space])
  }
  const name = /^<([^\s/>]+)/.exec(tag)?.[1] ?? ''
  const isOurs = [svg, undefined, ''].includes(spaceOf(name, spaces))
  const local = name.replace(/^.*:/, '')
  return {
    isKept: outer.isKept && isOurs && local !== 'metadata',
    isStyle: local === 'style',
    declared: declared.map(([prefix]) => prefix),
  }
}

const declaredIn = (tag: string): readonly (readonly [prefix: string, space: string])[] =>
  [...tag.matchAll(attribute)].flatMap(([, name = '', value = '']) =>
    /^xmlns(?::|$)/.test(name) ? [[name.slice(6), value.slice(1, -1)] as const] : [],
  )

const prefixOf = (name: string): string => (name.includes(':') ? name.replace(/:.*$/, '') : '')

const keptTag = (tag: string, spaces: Spaces, hasSelectors: boolean): string =>
  tag.replace(attribute, (written, name: string, value: string) => {
    if (name === 'xmlns') return written
    if (name.startsWith('xmlns:')) return kept.has(value.slice(1, -1)) ? written : ''
    if (name.includes(':')) return kept.has(spaceOf(name, spaces) ?? '') ? written : ''
    return name.startsWith('data-') && !hasSelectors ? '' : written
  })
