// Replaces the target of each link and picture with the new one; every other byte stays.

import type { MarkdownIt } from 'markdown-it'
import { type FoundLink, findLinks } from './find-links.ts'

export type LinkInText = Pick<FoundLink, 'kind' | 'url' | 'title' | 'isInside'> & {
  /** The words between the brackets, as markdown. */
  readonly words: string
}

/** `link`: to this address. `picture`: show this one, with these words as its alt text. `text`: only the words stay. */
export type LinkAction =
  | { readonly kind: 'keep' }
  | { readonly kind: 'text' }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'picture'; readonly url: string; readonly words: string }

export const rewriteLinks = (
  text: string,
  markdown: MarkdownIt,
  decide: (link: LinkInText) => LinkAction,
): string => {
  const links = findLinks(text, markdown)
  let next = 0
  const write = (from: number, to: number): string => {
    let out = ''
    let at = from
    for (let link = links[next]; link !== undefined && link.start < to; link = links[next]) {
      next++
      out += text.slice(at, link.start)
      const words =
        link.syntax === 'definition' || link.syntax === 'autolink'
          ? text.slice(...link.words)
          : write(...link.words)
      const { kind, url, title, isInside } = link
      const action = decide({ kind, url, title, isInside, words })
      const isAlone = standsAlone(text, link)
      const isRepeated = action.kind === 'text' && isAlone && isRepeatedBelow(text.slice(link.end), words)
      const output = isRepeated
        ? ''
        : writeLink(link, words, action, text.slice(link.start, link.end), isAlone)
      out += wasPicture(text, link, output) ? apart(output, out, text.slice(link.end, link.end + 5)) : output
      // A picture that leaves nothing leaves no empty paragraph either.
      const blank =
        output === '' && isAlone ? /^[ \t]*\n(?:[ \t]*\n)?/.exec(text.slice(link.end, link.end + 200)) : null
      at = link.end + (blank?.[0].length ?? 0)
    }
    return out + text.slice(at, to)
  }
  return write(0, text.length)
}

const standsAlone = (text: string, { start, end }: FoundLink): boolean =>
  /(?:^|\n)[ \t>]*$/.test(text.slice(Math.max(0, start - 40), start)) &&
  /^[ \t]*(?:\n|$)/.test(text.slice(end, end + 40))

/** Words or a link stand where readers saw a picture. */
const wasPicture = (text: string, { kind, words }: FoundLink, output: string): boolean =>
  (kind === 'picture' || /^!\[[\s\S]*\)$/.test(text.slice(...words).trim())) &&
  output !== '' &&
  !output.includes('![')

/** A picture touched the words around it, and their marks; its own words do not. */
const apart = (output: string, before: string, after: string): string => {
  const isTouched = /[\p{L}\p{M}\p{N}.,;:!?)\]”’][*_]{0,3}$/u.test(before.slice(-5))
  return `${isTouched ? ' ' : ''}${output}${/^(?:[*_]{0,3}[\p{L}\p{N}]|\[)/u.test(after) ? ' ' : ''}`
}

/** The caption below repeats an alt text that was made of it. */
const isRepeatedBelow = (after: string, words: string): boolean => {
  const below = /^[ \t]*\n(?:[ \t>]*\n)+([^\n]+)/.exec(after)?.[1]?.replace(/\]\([^()]*\)/g, ']') ?? ''
  return words.trim() !== '' && fold(below) === fold(words)
}

const writeLink = (
  link: FoundLink,
  words: string,
  action: LinkAction,
  written: string,
  isAlone: boolean,
): string => {
  const { kind, syntax, title } = link
  const isPicture = kind === 'picture'
  switch (syntax) {
    case 'definition':
      // The links that use a label become text one by one; its line must not be left as visible text.
      return action.kind === 'link' || action.kind === 'picture' ? action.url : written
    case 'autolink':
      if (action.kind === 'keep') return written
      return action.kind === 'text' ? words : `[${words}](${action.url})`
    case 'inline':
    case 'reference': {
      if (action.kind === 'text') return isPicture ? wordsOfPicture(words, title, isAlone) : words
      const caption = title === null ? '' : ` "${title.replaceAll('"', '\\"')}"`
      const behind = written.slice(link.words[1] - link.start)
      if (action.kind === 'picture') return `![${action.words}](${action.url}${caption})`
      if (action.kind === 'keep') return `${isPicture ? '!' : ''}[${words}${behind}`
      const shown = shownWords(words, action.url)
      if (syntax === 'reference' && !isPicture) return `[${shown}${behind}`
      return `[${shown}](${action.url}${caption})`
    }
  }
}

/** A link whose picture did not come along, or that never had words, shows its address. */
const shownWords = (words: string, url: string): string =>
  words.trim() === ''
    ? (url.replace(/^[a-z]+:(?:\/\/)?|\/$/gi, '') || url).replace(/[\\[\]*_`<>]/g, '\\$&')
    : words

/** Alone in its paragraph, a picture's words are set off as a caption would be; a caption of its own follows. */
const wordsOfPicture = (words: string, caption: string | null, isAlone: boolean): string => {
  const text = words.trim() || (caption ?? '')
  const more = caption !== null && fold(caption) !== fold(text) ? caption : ''
  if (!isAlone || text === '') return more === '' ? text : `${text} (${more})`
  const setOff = /[*_]/.test(text) ? text : `*${text}*`
  return more === '' ? setOff : `${setOff}\n\n${more}`
}

const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
