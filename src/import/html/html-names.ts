// What the names of HTML's elements mean to an import.

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '))

const kept = setOf(
  'p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre table thead tbody tfoot tr td th caption dl dt dd figure figcaption summary',
)
const blocks = setOf(
  'address article aside body center details dialog dir div fieldset footer form frame frameset head header hgroup hr html legend main menu nav noframes optgroup option section select video audio iframe object textarea title',
)
const voids = setOf(
  'area base basefont bgsound br col embed frame hr img input link meta param source track wbr',
)
const raws = setOf('script style noscript template iframe noembed video audio svg math object canvas title')

/** It stays in the tree by its own name. */
export const isKept = (name: string): boolean => kept.has(name)

export const isBlockName = (name: string): boolean => kept.has(name) || blocks.has(name)

export const isVoidName = (name: string): boolean => voids.has(name)

/** What stands in it is not read as the story's text. */
export const isRawName = (name: string): boolean => raws.has(name)

const kinds: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ b: 'strong', strong: 'strong', i: 'em', em: 'em', a: 'a', q: 'q', sup: 'sup' },
    ...{ del: 'del', s: 'del', strike: 'del', code: 'code', kbd: 'kbd', samp: 'kbd', tt: 'kbd', var: 'kbd' },
  }),
)

/** The emphasis or link that it is; null for what only looks different, and for blocks. */
export const inlineKind = (name: string, attributes: Readonly<Record<string, string>>): string | null => {
  if (name === 'a' && attributes.href === undefined) return null
  const kind = kinds.get(name)
  if (kind !== undefined) return kind
  if (name !== 'span' && name !== 'font') return null
  const style = attributes.style ?? ''
  if (/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)) return 'strong'
  return /font-style\s*:\s*(?:italic|oblique)/i.test(style) ? 'em' : null
}

const wanted: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    a: ['href'],
    pre: ['class', 'lang', 'data-lang'],
    code: ['class'],
    blockquote: ['class', 'cite', 'data-instgrm-permalink'],
    table: ['role', 'class'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan'],
    ol: ['start', 'reversed', 'type', 'style'],
    li: ['value'],
  }),
)

/** The attributes that say more than how it looks. */
export const attributesOf = (
  attributes: Readonly<Record<string, string>>,
  name: string,
): Record<string, string> =>
  Object.fromEntries(
    (wanted.get(name) ?? []).flatMap(key => {
      const value = attributes[key]
      return value === undefined ? [] : [[key, value] as const]
    }),
  )
