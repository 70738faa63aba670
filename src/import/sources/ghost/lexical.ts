// Lexical, which Ghost's editor writes since 2022, as HTML.

import { escapeHtml } from '../../../domain/escape.ts'
import { asMap, asText, type Fields } from '../../fields/read-fields.ts'

type CardHtml = (name: string, card: Fields) => string

/** `cardHtml` gives the HTML of a card by its name. Null for a text that is no Lexical. */
export const lexicalHtml = (text: string, cardHtml: CardHtml): string | null => {
  const root = asMap(parse(text)?.get('root'))
  return root === null ? null : childrenHtml(root, cardHtml)
}

const parse = (text: string): Fields | null => {
  try {
    return asMap(JSON.parse(text))
  } catch {
    return null
  }
}

const childrenHtml = (node: Fields, cardHtml: CardHtml): string => {
  const children = node.get('children')
  return (Array.isArray(children) ? children : [])
    .map(asMap)
    .filter(child => child !== null)
    .map(child => nodeHtml(child, cardHtml))
    .join('')
}

const nodeHtml = (node: Fields, cardHtml: CardHtml): string => {
  const name = String(node.get('type')).replace(/^extended-/, '')
  const inside = () => childrenHtml(node, cardHtml)
  switch (name) {
    case 'text':
      return textHtml(node)
    case 'linebreak':
      return '<br>'
    case 'tab':
      return ' '
    case 'zwnj':
      return ''
    case 'paragraph':
      return `<p>${inside()}</p>`
    case 'heading': {
      const tag = /^h[1-6]$/.exec(String(node.get('tag')))?.[0] ?? 'h2'
      return `<${tag}>${inside()}</${tag}>`
    }
    case 'quote':
      return `<blockquote>${inside()}</blockquote>`
    case 'aside':
      return `<blockquote class="kg-blockquote-alt">${inside()}</blockquote>`
    case 'list': {
      const tag = node.get('listType') === 'number' || node.get('tag') === 'ol' ? 'ol' : 'ul'
      const start = Number(node.get('start') ?? 1)
      return `<${tag}${tag === 'ol' && start > 1 ? ` start="${start}"` : ''}>${inside()}</${tag}>`
    }
    case 'listitem':
      return `<li>${inside()}</li>`
    case 'link':
    case 'autolink':
      return `<a href="${escapeHtml(asText(node.get('url')) ?? '')}">${inside()}</a>`
    default:
      return Array.isArray(node.get('children')) ? inside() : cardHtml(name, node)
  }
}

/** By the bits of `format`. */
const marks: readonly (readonly [bit: number, tag: string])[] = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
]

const textHtml = (node: Fields): string => {
  const format = Number(node.get('format')) || 0
  const words = escapeHtml(String(node.get('text') ?? ''))
  return marks.reduce((html, [bit, tag]) => ((format & bit) === 0 ? html : `<${tag}>${html}</${tag}>`), words)
}
