// A figure of HTML: its caption and credit stand in the title of its picture, where they are nothing but words.

import { creditInCaption } from '../fields/credit-in-caption.ts'
import type { AddNote } from '../report/note.ts'
import { altMarkdown } from '../text/alt-markdown.ts'
import { captionWith } from '../text/picture-caption.ts'
import type { HtmlNode } from './html-node.ts'

const start = '\ue030'
const end = '\ue031'

/** Marked, so that the figure around it can tell it from the words of the caption. */
export const creditMarkdown = (content: string): string =>
  content.trim() === '' ? '' : start + content.trim() + end

const linkNote = 'Left out the link of a picture’s credit'
const tooltipNote = 'Removed the tooltip of a picture'

const alone = /^\s*(!\[[^\n]*?\]\([^\s()]*)(?: "((?:[^"\\\n]|\\.)*)")?\)\s*(?=\n\n|$)/

export const figureMarkdown = (content: string, node: HtmlNode, addNote: AddNote): string => {
  const { pictures, words: parts, credits, links, isPlain } = gather(node)
  const caption = parts.join('').replace(/\s+/g, ' ').trim()
  const words = captionWith(caption, ...credits)
  const [, picture, tooltip = ''] = alone.exec(content) ?? []
  const named = creditInCaption(words).credit
  const isWords = isPlain && links.every(link => link.isCredit || named.includes(link.words))
  if (pictures === 1 && picture !== undefined && words !== '' && isWords) {
    for (const { href } of links) addNote(linkNote, href)
    if (tooltip !== '' && tooltip !== words) addNote(tooltipNote, tooltip)
    return `\n\n${picture} "${words.replace(/["\\]/g, '\\$&')}")\n\n`
  }
  // Only a caption that is nothing but words can stand in the picture's title; another can still be its alt text.
  const described = pictures === 1 ? content.replace('![](', () => `![${altMarkdown(words)}](`) : content
  return `\n\n${withCredits(apart(described)).trim()}\n\n`
}

/** Pictures that one caption speaks of have a paragraph each. */
const apart = (content: string): string =>
  content.replace(/(!\[[^\]\n]*\]\([^()\n]*\))[ \t]*(?=!\[)/g, '$1\n\n')

/** Behind the words of the caption, as in the title of a picture. */
const withCredits = (content: string): string => {
  if (!content.includes(start)) return content
  const paragraphs: string[] = []
  for (const paragraph of content.split(/\n{2,}/)) {
    const text = paragraph
      .replace(/(.?)[\s|·•–—/,;:(-]*\ue030/gs, (_, before: string) =>
        before.trim() === '' ? '' : `${before} · `,
      )
      .replace(/\ue031\)?/g, '')
    const last = paragraphs.at(-1)
    if (paragraph.startsWith(start) && last !== undefined && !/^\s*\[?!\[/.test(last))
      paragraphs[paragraphs.length - 1] = `${last} · ${text}`
    else paragraphs.push(text)
  }
  return paragraphs.join('\n\n')
}

type Gathered = {
  pictures: number
  readonly words: string[]
  readonly credits: string[]
  readonly links: { readonly href: string; readonly words: string; readonly isCredit: boolean }[]
  /** Whether nothing stands in it but pictures, words and links. */
  isPlain: boolean
}

const gather = (node: HtmlNode): Gathered => {
  const found: Gathered = { pictures: 0, words: [], credits: [], links: [], isPlain: true }
  const visit = (part: HtmlNode, isCredit: boolean): void => {
    switch (part.nodeName) {
      case '#text':
        if (isCredit) found.credits[found.credits.length - 1] += part.textContent ?? ''
        else found.words.push(part.textContent ?? '')
        return
      case 'IMG':
        found.pictures++
        return
      case 'A':
        found.links.push({ href: part.getAttribute('href') ?? '', words: part.textContent ?? '', isCredit })
        break
      case 'CITE':
        found.credits.push('')
        break
      case 'BR':
      case 'P':
      case 'DIV':
      case 'FIGCAPTION':
        found.words.push(' ')
        break
      case 'Q':
        found.words.push('“')
        break
      default:
        if (!/^(?:FIGURE|STRONG|EM|I|B|SUP|DEL)$/.test(part.nodeName)) found.isPlain = false
    }
    for (const child of Array.from(part.childNodes)) visit(child, isCredit || part.nodeName === 'CITE')
    if (part.nodeName === 'Q') found.words.push('”')
    else if (/^(?:P|DIV|FIGCAPTION)$/.test(part.nodeName)) found.words.push(' ')
  }
  visit(node, false)
  return found
}
