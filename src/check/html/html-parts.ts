// The parts of a page's HTML that the checks ask about, and what each tag adds to them.

type At = { readonly offset: number }

export type HtmlParts = {
  readonly ids: readonly (At & { readonly id: string })[]
  /** The links that a reader can follow. */
  readonly links: readonly (At & { readonly href: string })[]
  /** The files that a browser loads by itself while it shows the page. */
  readonly requests: readonly (At & { readonly url: string; readonly element: string })[]
  readonly times: readonly (At & {
    readonly datetime: string
    readonly role: string
    readonly text: string
  })[]
  /** The text of each style element. */
  readonly styles: readonly (At & { readonly text: string })[]
  /** `src` is null where the script is on the page itself. */
  readonly scripts: readonly (At & { readonly type: string; readonly src: string | null })[]
  /** Attributes that contain a style, or a script that runs at an event. */
  readonly inline: readonly (At & { readonly attribute: string; readonly value: string })[]
}

/** While a page is read. */
export type GatheredParts = {
  -readonly [Name in keyof HtmlParts]: HtmlParts[Name] extends readonly (infer Item)[]
    ? Item[]
    : HtmlParts[Name]
}

export type Attributes = Readonly<Record<string, string>>

export const noParts = (): GatheredParts => ({
  ids: [],
  links: [],
  requests: [],
  times: [],
  styles: [],
  scripts: [],
  inline: [],
})

/** `link` relations that make a browser fetch something. */
const fetched = /\b(?:stylesheet|icon|preload|modulepreload|prefetch|preconnect|dns-prefetch|manifest)\b/i

/** The files that a style makes a browser fetch: pictures, fonts, other stylesheets. */
const fetchedByStyle = /url\(\s*["']?([^"')\s]+)|@import\s+["']([^"']+)/gi

const sources: ReadonlyMap<string, readonly string[]> = new Map([
  ['img', ['src', 'srcset']],
  ['source', ['src', 'srcset']],
  ['script', ['src']],
  ['iframe', ['src']],
  ['video', ['src', 'poster']],
  ['audio', ['src']],
  ['track', ['src']],
  ['embed', ['src']],
  ['object', ['data']],
])

/** Whether a tag has parts besides those of the attributes that every tag may have. */
export const hasParts = (name: string): boolean =>
  name === 'a' || name === 'area' || name === 'link' || name === 'time' || sources.has(name)

export const addTag = (parts: GatheredParts, name: string, attributes: Attributes, offset: number): void => {
  const { id, href, style } = attributes
  if (id !== undefined) parts.ids.push({ id, offset })
  if ((name === 'a' || name === 'area') && href !== undefined) parts.links.push({ href, offset })
  if (name === 'link' && href !== undefined) {
    if (fetched.test(attributes.rel ?? '')) addRequest(parts, href, 'link', offset)
    else parts.links.push({ href, offset })
  }
  for (const attribute of sources.get(name) ?? []) {
    const value = attributes[attribute]
    if (value === undefined) continue
    const urls =
      attribute === 'srcset' ? value.split(',').map(part => part.trim().split(/\s/)[0] ?? '') : [value]
    for (const url of urls) addRequest(parts, url, name, offset)
  }
  if (name === 'script')
    parts.scripts.push({ type: attributes.type ?? '', src: attributes.src ?? null, offset })
  if (style !== undefined) addFetches(parts, style, offset)
  for (const attribute of Object.keys(attributes)) {
    const value = attributes[attribute]
    if (value && isInline.test(attribute)) parts.inline.push({ attribute, value, offset })
  }
}

const isInline = /^(?:style|on[a-z]+)$/

/** The text of a style element. */
export const addStyle = (parts: GatheredParts, text: string, offset: number): void => {
  parts.styles.push({ text, offset })
  addFetches(parts, text, offset)
}

const addFetches = (parts: GatheredParts, css: string, offset: number): void => {
  for (const [, url, sheet] of css.matchAll(fetchedByStyle))
    addRequest(parts, url ?? sheet ?? '', 'style', offset)
}

const addRequest = (parts: GatheredParts, url: string, element: string, offset: number): void => {
  if (!/^data:/i.test(url)) parts.requests.push({ url, element, offset })
}
