// HTML as a small tree: only elements that mean something, none nested deeper than anybody reads.

export type HtmlElement = {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly children: HtmlPart[]
}

export type HtmlPart = HtmlElement | string

export const element = (
  name: string,
  attributes: Record<string, string> = {},
  children: HtmlPart[] = [],
): HtmlElement => ({ name, attributes, children })

/** What stands before it and what stands behind it are two paragraphs. */
export const boundary = (): HtmlElement => element('div')

export const isElement = (part: HtmlPart | undefined, ...names: string[]): part is HtmlElement =>
  typeof part === 'object' && (names.length === 0 || names.includes(part.name))

export const wordsOf = (part: HtmlPart): string =>
  typeof part === 'string' ? part : part.children.map(wordsOf).join('')

export const hasInside = (part: HtmlElement, isWanted: (inner: HtmlElement) => boolean): boolean =>
  part.children.some(child => isElement(child) && (isWanted(child) || hasInside(child, isWanted)))

const voids = new Set(['br', 'hr', 'img'])

export const printHtml = (parts: readonly HtmlPart[]): string => parts.map(print).join('')

const print = (part: HtmlPart): string => {
  if (typeof part === 'string') return escapeWords(part)
  const attributes = Object.entries(part.attributes).map(
    ([name, value]) => ` ${name}="${escapeWords(value).replaceAll('"', '&quot;')}"`,
  )
  const opening = `<${part.name}${attributes.join('')}>`
  return voids.has(part.name) ? opening : `${opening}${printHtml(part.children)}</${part.name}>`
}

const escapeWords = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
