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
  /** What else a content security policy is asked about. */
  readonly asked: readonly (At & { readonly by: AskedBy; readonly url: string })[]
}

/** A form's target; an address for all others; a program's object; another page by itself; a frame or font in the page. */
export type AskedBy = 'form' | 'base' | 'plugin' | 'refresh' | 'frame' | 'font'

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
  asked: [],
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
  ['input', ['src']],
  ['frame', ['src']],
  // In drawings; the first one also outside of them.
  ['image', ['href', 'xlink:href', 'src']],
  ['use', ['href', 'xlink:href']],
  ['feimage', ['href', 'xlink:href']],
])

/** Elements that are for programs other than the browser. */
const plugins: ReadonlyMap<string, string> = new Map([
  ['object', 'data'],
  ['embed', 'src'],
  ['applet', 'code'],
])

/** Elements that always ask; and those that do only where they have one of some attributes. */
const asking = ['base', 'iframe', 'frame', 'input', ...plugins.keys()]
const rarelyAsking = new Set('form button meta body table thead tbody tfoot tr td th'.split(' '))
const askingAttribute = /\b(?:action|formaction|http-equiv|background)\b/

const allAsking: ReadonlySet<string> = new Set([...asking, ...rarelyAsking])
const withParts: ReadonlySet<string> = new Set(['a', 'area', 'link', 'time', ...asking, ...sources.keys()])

/** Whether a tag has parts besides those of the attributes that every tag may have. */
export const hasParts = (name: string, attributes: string): boolean =>
  withParts.has(name) || (rarelyAsking.has(name) && askingAttribute.test(attributes))

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
  if (attributes.ping ?? attributes.imagesrcset ?? allAsking.has(name))
    addAsked(parts, name, attributes, offset)
  for (const attribute of Object.keys(attributes)) {
    const value = attributes[attribute]
    if (value && isInline.test(attribute)) parts.inline.push({ attribute, value, offset })
  }
}

const isInline = /^(?:style|on[a-z]+)$/

const addAsked = (parts: GatheredParts, name: string, attributes: Attributes, offset: number): void => {
  const ask = (by: AskedBy, url: string | undefined) => {
    if (url !== undefined) parts.asked.push({ by, url, offset })
  }
  const { action, formaction, background, ping, imagesrcset } = attributes
  if (name === 'form') ask('form', action)
  if (name === 'button' || name === 'input') ask('form', formaction)
  if (name === 'base') ask('base', attributes.href)
  if (name === 'iframe') ask('frame', attributes.srcdoc)
  if ((name === 'iframe' || name === 'frame') && /^\s*data:/i.test(attributes.src ?? ''))
    ask('frame', attributes.src)
  if (plugins.has(name)) ask('plugin', attributes[plugins.get(name) ?? ''] ?? '')
  if (name === 'meta' && /^\s*refresh\s*$/i.test(attributes['http-equiv'] ?? ''))
    ask('refresh', refreshed.exec(attributes.content ?? '')?.[1])
  if (background !== undefined && rarelyAsking.has(name)) addRequest(parts, background, name, offset)
  if (name === 'a' || name === 'area')
    for (const url of ping?.split(/\s+/) ?? []) addRequest(parts, url, name, offset)
  if (name === 'link')
    for (const part of imagesrcset?.split(',') ?? [])
      addRequest(parts, part.trim().split(/\s/)[0] ?? '', name, offset)
}

/** "5; url='/there/'" (HTML, shared declarative refresh steps). */
const refreshed = /^\s*[\d.]+\s*[;,\s]\s*(?:url\s*=\s*)?["']?\s*([^"']+)/i

/** The text of a style element. */
export const addStyle = (parts: GatheredParts, text: string, offset: number): void => {
  parts.styles.push({ text, offset })
  addFetches(parts, text, offset)
}

const fontInStyle = /url\(\s*["']?data:(?:font|application)\//i

const addFetches = (parts: GatheredParts, css: string, offset: number): void => {
  if (css.includes('data:') && fontInStyle.test(css)) parts.asked.push({ by: 'font', url: 'data:', offset })
  for (const [, url, sheet] of css.matchAll(fetchedByStyle))
    addRequest(parts, url ?? sheet ?? '', 'style', offset)
}

const addRequest = (parts: GatheredParts, url: string, element: string, offset: number): void => {
  if (!/^data:/i.test(url)) parts.requests.push({ url, element, offset })
}
