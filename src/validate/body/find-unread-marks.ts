// Lists, subheads and links as other programs write them: to markdown they are words of a paragraph.

import type { Token } from 'markdown-it'
import type { BodyFault } from './body-fault.ts'

/** The last are of fonts that Word takes them from. */
const bullets = '•▪◦●○‣·■□–\u00b7\uf0b7\uf076\uf0a7\uf0a8\uf0d8\uf0fc'
const listMark = new RegExp(
  String.raw`^(?:[${bullets}](?:[ \t\u00a0]+|(?=\p{L}))|o\t|-(?:[\u00a0\u2007\u202f][ \t]*|(?=\p{Lu}\p{Ll}))|\d{1,2}[.)](?:[\u00a0\u2007\u202f][ \t]*|(?=\p{L}))|\(?(?:\d{1,2}|[a-z])\)[ \t\u00a0]+)(?=\S)`,
  'u',
)
const subheadMark =
  /^(#{2,6}|#{1,6}(?=[\u00a0\u2000-\u200b\u3000])|＃+)[\u00a0\u2000-\u200b\u3000]*(?=[^#\s])/

/** Whether a text may have some. */
export const mayHaveUnreadMarks = (text: string): boolean => anyMark.test(text)

const anyMark = new RegExp(
  String.raw`^[ \t>]*(?:[${bullets}]|o\t|-(?:\p{Lu}\p{Ll}|[\u00a0\u2007\u202f])|\d{1,2}[.)][\p{L}\u00a0\u2007\u202f]|\(?(?:\d{1,2}|[a-z])\)|#{1,6}[^#\s]|#{1,6}[\u00a0\u2000-\u200b\u3000]|＃|[-+][ \t]+[-+$€£]?\d|:[ \t]+\S|(?:[-+*]|\d{1,9}[.)])[ \t]+\[[ xX]\])|\][ \t]\(|\)\[|\]\([^()\n]{0,300}[ \t]`,
  'mu',
)

export const findUnreadMarks = (tokens: readonly Token[]): readonly BodyFault[] => {
  // The text of a table's cell does not know its own.
  let line = 0
  let hasBox = false
  return tokens.flatMap((token, at): readonly BodyFault[] => {
    if (token.map) line = token.map[0]
    if (token.type !== 'inline') return []
    const inParagraph = tokens[at - 1]?.type === 'paragraph_open'
    const isEntry = inParagraph && tokens[at - 2]?.type === 'list_item_open'
    const boxes = isEntry && !hasBox ? ofBox(token.content, line) : []
    hasBox ||= boxes.length > 0
    return [...boxes, ...(inParagraph ? ofLines(token.content, line) : []), ...ofLinks(token.content, line)]
  })
}

/** `- [ ] call Jane`: the first of a text. */
const ofBox = (content: string, line: number): readonly BodyFault[] => {
  const [box] = /^\[[ xX]\](?=[ \t\u00a0]+\S)/.exec(content) ?? []
  return box === undefined ? [] : [{ line, words: box, ...unreadBox(box) }]
}

const unreadBox = (box: string) => ({
  code: 'list-unread',
  severity: 'warning' as const,
  message: `“${box}” makes no box to tick: readers would see it as it is written`,
  hint: `write ${box === '[ ]' ? '☐' : '☑'} for a box, or remove it`,
})

const ofLines = (content: string, line: number): readonly BodyFault[] => {
  const lines = content.split('\n')
  const listed = lines.flatMap((text, index) => (listMark.test(text) ? [index] : []))
  const [first = 0] = listed
  const faults = lines.flatMap((text, index): BodyFault[] => {
    const [found, mark = ''] = subheadMark.exec(text) ?? []
    if (found === undefined) return []
    const words = text.slice(found.length).trim()
    return [{ line: line + index, words: text, ...unreadSubhead(mark, words) }]
  })
  const term = lines.findIndex((text, index) => /^:[ \t]+\S/.test(text) && isTerm(lines[index - 1]))
  if (term > 0) faults.push({ line: line + term, words: ':', ...unreadTerm(lines, term) })
  // One alone may be a sentence that begins so.
  if (listed.length < 2) return faults
  return [...faults, { line: line + first, words: lines[first] ?? '', ...unreadList(lines[first] ?? '') }]
}

const unreadList = (line: string) => {
  const [mark = ''] = listMark.exec(line) ?? []
  const [number] = /\d+/.exec(mark) ?? []
  return {
    code: 'list-unread',
    severity: 'warning' as const,
    message: `“${mark.trim()}” makes no list: readers would see its lines as one paragraph`,
    hint: `begin each line like this one: ${number === undefined ? '-' : `${number}.`} ${line.slice(mark.length)}`,
  }
}

/** A word or some; in French, a line of a sentence may begin with a colon. */
const isTerm = (line = ''): boolean =>
  /^(?:(?!\s[:;!?]|[.,;!?]\s)[^:]){1,40}(?<=[\p{L}\p{M}\p{N})])$/u.test(line.trim())

const unreadTerm = (lines: readonly string[], at: number) => ({
  code: 'list-unread',
  severity: 'warning' as const,
  message: '“:” makes no list of terms: readers would see its lines as one paragraph',
  hint: `begin each line like this one: - **${lines[at - 1]?.trim()}**: ${lines[at]?.slice(1).trim()}`,
})

const unreadSubhead = (mark: string, words: string) => ({
  code: 'subhead-unread',
  severity: 'warning' as const,
  message: `no blank stands behind ${mark}, so this is no subhead: readers would see ${mark}`,
  hint: `write ${'#'.repeat(mark.length)} ${words}`,
})

const address = String.raw`(?:https?:\/\/|www\.|mailto:|tel:|\/(?!\/))`

/** Where a blank parts the words from the address, the brackets are the wrong way round, or a blank stands in the address. */
const apart = /(?<!\\)(!?)(?<!\\)(\[[^[\]\n]+\])[ \t]+\(([^()\s]+)\)/g
const turned = new RegExp(String.raw`\(([^()\[\]\n]+)\)\[(${address}[^\[\]\s]+)\](?!\()`, 'g')
const broken = /(?<![!\\])(\[[^[\]\n]+\])\((?!<)([^()\s"'<>]+(?:[ \t]+[^()\s"'<>]+)+)\)/g
const quotedTitle =
  /(?<![!\\])(\[[^[\]\n]+\]\([^()\s"'<>]+[ \t]+")((?:(?!"\)).){0,300}?(?<!\\)"(?!\))(?:(?!"\)).){0,300}"?)"\)/g
const isAddress = new RegExp(`^${address}`, 'i')
const isFile = /^[^\s?#]+\.(?:jpe?g|png|webp|avif|gif|svg|mp4|webm|mp3|m4a|ogg)$/i

/** Links with a blank in their address and pictures with one before it, which readers would see as they are written: offsets of their first brackets. */
export const findUnreadAddresses = (text: string): readonly number[] => [
  ...[...text.matchAll(broken)]
    .filter(([, , target = '']) => isAddress.test(target))
    .map(({ index }) => index),
  ...[...text.matchAll(apart)]
    .filter(([, sign, , target = '']) => sign === '!' && (isAddress.test(target) || isFile.test(target)))
    .map(({ index }) => index + 1),
]

const ofLinks = (content: string, line: number): readonly BodyFault[] => {
  if (!/\][ \t]+\(|\)\[|\]\([^()\n]*[ \t]/.test(content)) return []
  const text = content.replace(/(`+)[^`]+\1/g, code => '\u{fffc}'.repeat(code.length))
  return [
    ...[...text.matchAll(apart)].flatMap(([words, sign = '', label = '', target = '']) =>
      isAddress.test(target) || (sign === '!' && isFile.test(target))
        ? [{ line, words, ...unreadLink(words, `${sign}${label}(${target})`, sign === '!') }]
        : [],
    ),
    ...[...text.matchAll(turned)].map(([words, label = '', target = '']) => ({
      line,
      words,
      ...unreadLink(words, `[${label}](${target})`, false),
    })),
    ...[...text.matchAll(quotedTitle)].map(([words, before = '', title = '']) => ({
      line,
      words,
      ...unreadLink(words, `${before}${withCurls(title)}")`, false),
    })),
    ...[...text.matchAll(broken)].flatMap(([words, label = '', target = '']) =>
      isAddress.test(target) ? [{ line, words, ...brokenLink(label, target) }] : [],
    ),
  ]
}

const withCurls = (title: string): string => {
  let isOpen = false
  return title.replace(/(?<!\\)"/g, () => {
    isOpen = !isOpen
    return isOpen ? '“' : '”'
  })
}

const unreadLink = (words: string, right: string, isPicture: boolean) => ({
  code: 'link-unread',
  severity: isPicture ? ('error' as const) : ('warning' as const),
  message: isPicture
    ? `this is no picture: readers would see ${words} as it is written`
    : `this is no link: readers would see ${words} as it is written`,
  hint: `write ${right}`,
})

const brokenLink = (label: string, target: string) => ({
  code: 'link-unread',
  message: 'a blank in an address ends it, so this leads elsewhere or nowhere',
  hint: /^(?:tel|mailto):/i.test(target)
    ? `write ${label}(${target.replace(/[ \t]+/g, '')}), without blanks`
    : `write ${label}(${target.replace(/[ \t]+/g, '%20')}), or remove the blank`,
})
