// Mobiledoc, which Ghost's editor wrote from 2016 to 2022, as HTML.

import { escapeHtml } from '../../../domain/escape.ts'
import { asMap, type Fields } from '../../fields/read-fields.ts'

/** `cardHtml` gives the HTML of a card by its name. Null for a text that is no Mobiledoc. */
export const mobiledocHtml = (
  text: string,
  cardHtml: (name: string, card: Fields) => string,
): string | null => {
  const document = parse(text)
  const sections = listIn(document?.get('sections'))
  if (document === null || sections.length === 0) return null
  const markups = listIn(document.get('markups'))
  const atoms = listIn(document.get('atoms'))
  const marked = (markers: unknown): string => markersHtml(listIn(markers), markups, atoms)
  return sections
    .map(listIn)
    .map(([kind, first, second]) => {
      switch (kind) {
        case 1:
          return `<${tag(first)}>${marked(second)}</${tag(first)}>`
        case 2:
          return `<img src="${escapeHtml(String(first))}" alt="">`
        case 3:
          return `<${tag(first)}>${listIn(second)
            .map(item => `<li>${marked(item)}</li>`)
            .join('')}</${tag(first)}>`
        case 10: {
          const [name, card] = listIn(listIn(document.get('cards'))[Number(first)])
          return cardHtml(String(name), asMap(card) ?? new Map())
        }
        default:
          return ''
      }
    })
    .join('\n')
}

const parse = (text: string): Fields | null => {
  try {
    return asMap(JSON.parse(text))
  } catch {
    return null
  }
}

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Sections of a pull quote and of asides have names that HTML has not. */
const tag = (value: unknown): string => {
  const name = String(value).toLowerCase()
  return /^(?:h[1-6]|p|blockquote|ul|ol|aside)$/.test(name)
    ? name
    : name === 'pull-quote'
      ? 'blockquote'
      : 'p'
}

/** `[kind, markups that begin, how many end, text or number of an atom]`. */
const markersHtml = (
  markers: readonly unknown[],
  markups: readonly unknown[],
  atoms: readonly unknown[],
): string => {
  const open: string[] = []
  return markers
    .map(marker => {
      const [kind, begin, ends, value] = listIn(marker)
      const begins = listIn(begin).map(number => markupOf(markups[Number(number)]))
      open.push(...begins.map(({ name }) => name))
      const [name, words] = kind === 1 ? listIn(atoms[Number(value)]) : []
      const inside = name === 'soft-return' ? '<br>' : escapeHtml(String(kind === 1 ? (words ?? '') : value))
      const closed = Array.from({ length: Number(ends) || 0 }, () => open.pop()).map(name => `</${name}>`)
      return begins.map(({ written }) => written).join('') + inside + closed.join('')
    })
    .join('')
}

/** `["a", ["href", "/"]]` */
const markupOf = (markup: unknown): { readonly name: string; readonly written: string } => {
  const [value, attributes] = listIn(markup)
  const name = /^[a-z]+$/i.test(String(value)) ? String(value).toLowerCase() : 'span'
  const pairs = listIn(attributes)
  const at = pairs.indexOf('href')
  const href = at === -1 ? '' : ` href="${escapeHtml(String(pairs[at + 1] ?? ''))}"`
  return { name, written: `<${name}${href}>` }
}
