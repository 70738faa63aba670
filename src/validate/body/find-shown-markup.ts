// HTML, template tags and characters written as numbers that a story's text holds outside of code: readers would see them.

import type { MarkdownIt, Token } from 'markdown-it'
import { findHtml, htmlAt } from '../text/find-html.ts'
import { commentJoined, findJoinedComment, joinedCommentAt } from '../text/find-joined-comment.ts'
import { hasRareCharacter, hasRefusedCharacter, refusedCharacter } from '../text/find-odd-characters.ts'
import { findTemplateTag, templateTagAt } from '../text/find-template-tags.ts'
import { commentUnclosed } from '../text/shown-text.ts'
import type { BodyFault } from './body-fault.ts'

/** Makes a markdown reader mark them. */
export const markShownMarkup = (markdown: MarkdownIt): void => {
  const marked = (type: string, at: (text: string, offset: number) => string | null) => {
    markdown.inline.ruler.before('link', type, (state, silent) => {
      const found = at(state.src, state.pos)
      if (found === null || state.pos + found.length > state.posMax) return false
      if (!silent) state.push(type, '', 0).content = found
      state.pos += found.length
      return true
    })
  }
  marked('html_shown', (text, at) => {
    const code = text.charCodeAt(at)
    if (code === 0x26) return text.startsWith('!', at + 4) ? joinedCommentAt(text, at) : null
    if (code !== 0x3c) return null
    if (text.startsWith('<!--', at)) return commentAt(text, at)
    return joinedCommentAt(text, at) ?? htmlAt(text, at)
  })
  marked('template_shown', (text, at) => (/[{<[%!$]/.test(text.charAt(at)) ? templateTagAt(text, at) : null))
  marked('character_shown', (text, at) => (text.startsWith('&#', at) ? refusedNumber(text, at) : null))
}

/** To its end, where that is near. */
const commentAt = (text: string, at: number): string => {
  const end = text.slice(at, at + 2_000).indexOf('-->')
  return end === -1 ? '<!--' : text.slice(at, at + end + 3)
}

const number = /&#(?:x([\da-f]{1,6})|(\d{1,7}));/iy

/** `&#8;` where it stands for a character that no page can show. */
const refusedNumber = (text: string, at: number): string | null => {
  number.lastIndex = at
  const found = number.exec(text)
  return found !== null && hasRefusedCharacter(characterOf(found)) ? found[0] : null
}

const characterOf = ([, hex, decimal = '']: RegExpExecArray): string => {
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  return code > 0x10ffff ? '\0' : String.fromCodePoint(code)
}

/** Also one that turns the direction. */
export const mayHaveOddNumber = (text: string): boolean =>
  text.includes('&#') &&
  [...text.matchAll(new RegExp(number.source, 'gi'))].some(found => hasRareCharacter(characterOf(found)))

/** As many paragraphs are named each by itself; in a text that was pasted as HTML it would be all of them. */
const most = 3

export const findShownMarkup = (tokens: readonly Token[]): readonly BodyFault[] => [
  ...findHtmlShown(tokens),
  ...counted(shownIn(tokens, 'template_shown').map(faultOfTemplate)),
]

/** Of a page that is a template by itself. */
export const findHtmlShown = (tokens: readonly Token[]): readonly BodyFault[] => [
  ...counted(shownIn(tokens, 'html_shown').map(faultOfHtml)),
  ...shownIn(tokens, 'character_shown').map(faultOfNumber),
]

type Shown = { readonly line: number; readonly words: string }

/** The first of each block. */
const shownIn = (tokens: readonly Token[], type: ShownType): readonly Shown[] =>
  tokens.flatMap(({ children, map }) => {
    for (const token of within(children ?? [])) {
      const words = token.type === type ? token.content : findIn[type](titleOf(token))
      if (words !== null) return [{ line: map?.[0] ?? 0, words }]
    }
    return []
  })

/** Also in the words of pictures. */
const within = (children: readonly Token[]): readonly Token[] =>
  children.flatMap(child => [child, ...within(child.children ?? [])])

/** The caption of a picture, the title of a link: no markdown is read in them. */
const titleOf = ({ attrs }: Token): string =>
  attrs === null ? '' : String(attrs.find(([name]) => name === 'title')?.[1] ?? '')

const findIn = {
  html_shown: (text: string) =>
    text.includes('<!--') ? '<!--' : (findJoinedComment(text) ?? findHtml(text)),
  template_shown: findTemplateTag,
  character_shown: () => null,
} as const

type ShownType = keyof typeof findIn

const counted = (faults: readonly BodyFault[]): readonly BodyFault[] => {
  const more = faults.length - most
  return more <= 0
    ? faults
    : faults.slice(0, most).map((fault, at) =>
        at < most - 1
          ? fault
          : {
              ...fault,
              message: `${fault.message}, and so in ${more} more ${more === 1 ? 'place' : 'places'} of this text`,
            },
      )
}

const faultOfHtml = ({ line, words }: Shown): BodyFault => {
  if (words === '<!--') return { line, words, ...commentUnclosed }
  if (words.startsWith('<!--')) return { line, words, ...commentAsCode }
  if (joinedCommentAt(words, 0) !== null) return { line, words, ...commentJoined }
  return {
    line,
    words,
    code: 'html-in-text',
    message: `HTML stays text here: readers would see ${inOneLine(words)} as it is written`,
    hint: adviceFor(words),
  }
}

/** Every other whole comment was left out before. */
const commentAsCode = {
  code: 'comment-unclosed',
  message: 'readers would see this comment: a backquote before it, or a mark of code, has no other half here',
  hint: 'write \\` for a backquote that is none of code, and end code where it begins: in the same entry or paragraph',
}

const inOneLine = (words: string): string => {
  const line = words.replace(/\s+/g, ' ')
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`
}

/** What to type in markdown instead. */
const markdownFor: readonly (readonly [tag: RegExp, advice: string])[] = [
  [/^<\/?(?:b|strong)\b/i, 'write **bold** words between two stars'],
  [/^<\/?(?:i|em)\b/i, 'write *such* words between stars'],
  [/^<a\s/i, 'write a link as [its words](https://…)'],
  [/^<img\b/i, 'write a picture as ![what it shows](harbour.jpg)'],
  [/^<h[1-6]\b/i, 'write a subhead as ## Its words'],
  [/^<(?:br|p|div)\b/i, 'leave an empty line for a new paragraph'],
  [/^<(?:ul|ol|li)\b/i, 'begin each line of a list with a dash: - The port closes.'],
  [/^<blockquote\b/i, 'begin each line of a quotation with >'],
  [/^<(?:table|tr|td|th)\b/i, 'write a table with | between its cells, or paste it as plain text'],
  [
    /^<(?:iframe|video|audio|embed|object|script)\b/i,
    'give the address of the video or post alone in its paragraph',
  ],
]

const adviceFor = (words: string): string => {
  const inMarkdown = markdownFor.find(([tag]) => tag.test(words))?.[1] ?? 'paste the text as plain text'
  return `${inMarkdown}; to show it as it is, put it in backquotes: \`${inOneLine(words)}\``
}

const faultOfTemplate = ({ line, words }: Shown): BodyFault => ({
  line,
  words,
  severity: 'warning',
  code: 'template-in-text',
  message: `Dateline fills in no templates: readers see ${inOneLine(words)} as it is written`,
  hint: `remove it, or write what it stands for; to show it as it is, put it in backquotes`,
})

const faultOfNumber = ({ line, words }: Shown): BodyFault => ({
  line,
  words,
  ...refusedCharacter(words),
  message: `${words} stands for a character that no page can show`,
  hint: 'type the character that is meant, or remove it',
})
