// Where links and pictures stand in a markdown text.

import type { MarkdownIt } from 'markdown-it'
import { type CodeRange, codeAt, findCode } from '../text/find-code.ts'
import { readTarget } from './read-target.ts'

export type FoundLink = {
  readonly kind: 'link' | 'picture'
  /** `definition`: the line that gives a label its address. */
  readonly syntax: 'inline' | 'reference' | 'autolink' | 'definition'
  readonly start: number
  readonly end: number
  /** Where the words between the brackets begin and end. */
  readonly words: readonly [number, number]
  readonly url: string
  readonly title: string | null
  /** It stands between the brackets of another link. */
  readonly isInside: boolean
}

type Bracket = { readonly at: number; readonly isPicture: boolean }

type References = ReadonlyMap<string, { readonly href: string; readonly title: string }>

type Text = {
  readonly text: string
  readonly code: readonly CodeRange[]
  readonly referenceOf: (label: string) => { readonly href: string; readonly title: string } | undefined
}

/** In the order of their beginnings; a picture inside a link comes after it. */
export const findLinks = (text: string, markdown: MarkdownIt): readonly FoundLink[] => {
  if (!/\]|<[a-z][a-z+.-]*:/i.test(text)) return []
  const env: { references?: Record<string, { href: string; title: string }> } = {}
  const code = findCode(text, markdown, markdown.parse(text, env))
  const references: References = new Map(Object.entries(env.references ?? {}))
  const source = {
    text,
    code,
    referenceOf: (label: string) => references.get(markdown.utils.normalizeReference(label)),
  }
  return scan(source).toSorted((one, other) => one.start - other.start || other.end - one.end)
}

const scan = (source: Text): readonly FoundLink[] => {
  const { text, code } = source
  const found: FoundLink[] = []
  const open: Bracket[] = []
  for (let at = 0; at < text.length; ) {
    const range = codeAt(code, at)
    const definition =
      range === null && (at === 0 || text[at - 1] === '\n') ? readDefinition(source, at) : null
    if (range !== null) {
      if (range.kind !== 'inline') open.length = 0
      at = range.end
    } else if (definition !== null) {
      found.push(definition)
      open.length = 0
      at = definition.end
    } else {
      at = readMark(source, at, open, found)
    }
  }
  return found
}

/** Reads one mark, and gives the offset to go on from. */
const readMark = (source: Text, at: number, open: Bracket[], found: FoundLink[]): number => {
  const { text } = source
  switch (text[at]) {
    case '\\':
      return at + (text[at + 1] === '\n' ? 1 : 2)
    case '!':
      if (text[at + 1] !== '[') return at + 1
      open.push({ at, isPicture: true })
      return at + 2
    case '[':
      open.push({ at, isPicture: false })
      return at + 1
    case '\n':
      if (/^\n[ \t>]*\n/.test(text.slice(at, at + 200))) open.length = 0
      return at + 1
    case '<': {
      const link = readAutolink(text, at)
      if (link === null) return at + 1
      found.push(link)
      return link.end
    }
    case ']': {
      const bracket = open.pop()
      const link =
        bracket &&
        (readInline(text, at, bracket, open.length > 0) ??
          readReference(source, at, bracket, open.length > 0))
      if (!link) return at + 1
      found.push(link)
      return link.end
    }
    default:
      return nextMark(text, at)
  }
}

const nextMark = (text: string, at: number): number => {
  // A code span begins at a backtick, so none is jumped over.
  const mark = /[\\[\]!<\n`~ \t]/g
  mark.lastIndex = at + 1
  return mark.exec(text)?.index ?? text.length
}

const wordsOf = ({ at, isPicture }: Bracket, end: number): readonly [number, number] => [
  at + (isPicture ? 2 : 1),
  end,
]

const readInline = (text: string, at: number, bracket: Bracket, isInside: boolean): FoundLink | null => {
  const target = readTarget(text, at + 1)
  if (target === null) return null
  const kind = bracket.isPicture ? 'picture' : 'link'
  const { url, title, end } = target
  return {
    kind,
    syntax: 'inline',
    start: bracket.at,
    end,
    words: wordsOf(bracket, at),
    url: plain(url),
    title,
    isInside,
  }
}

const readReference = (
  { text, referenceOf }: Text,
  at: number,
  bracket: Bracket,
  isInside: boolean,
): FoundLink | null => {
  const words = wordsOf(bracket, at)
  const second = /^\[([^[\]\n]*)\]/.exec(text.slice(at + 1, at + 400))
  const reference = referenceOf(second?.[1] || text.slice(...words))
  if (reference === undefined) return null
  const kind = bracket.isPicture ? 'picture' : 'link'
  const end = at + 1 + (second?.[0].length ?? 0)
  return {
    kind,
    syntax: 'reference',
    start: bracket.at,
    end,
    words,
    url: reference.href,
    title: reference.title || null,
    isInside,
  }
}

const readAutolink = (text: string, at: number): FoundLink | null => {
  const found = /^<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*)>/i.exec(text.slice(at, at + 2000))
  if (found === null) return null
  const end = at + found[0].length
  return {
    kind: 'link',
    syntax: 'autolink',
    start: at,
    end,
    words: [at + 1, end - 1],
    url: found[1] ?? '',
    title: null,
    isInside: false,
  }
}

const readDefinition = ({ text, referenceOf }: Text, at: number): FoundLink | null => {
  if (!/^ {0,3}(?:>[ \t]?)*\[/.test(text.slice(at, at + 20))) return null
  const definition = /^( {0,3}(?:>[ \t]?)*\[((?:[^\]\\\n]|\\.)+)\]:[ \t]*(?:\n[ \t]*)?)(<[^>\n]*>|\S+)/
  const found = definition.exec(text.slice(at, at + 4000))
  const reference = found === null ? undefined : referenceOf(found[2] ?? '')
  if (found === null || reference === undefined) return null
  const start = at + (found[1] ?? '').length
  const end = at + found[0].length
  return {
    kind: 'link',
    syntax: 'definition',
    start,
    end,
    words: [start, end],
    url: reference.href,
    title: null,
    isInside: false,
  }
}

const plain = (url: string): string => url.replaceAll('&amp;', '&').replace(/\\([!-/:-@[-`{-~])/g, '$1')
