// HTML in a text that stays text: readers would see `<p class="MsoNormal">` as it is written.

/** Elements of the HTML standard, in use and obsolete. Others are known by their attributes. */
const elements: ReadonlySet<string> = new Set(
  `a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body
  br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em
  embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i
  iframe img input ins kbd label legend li link main map mark marquee math menu meta meter nav nobr noembed noframes
  noscript object ol optgroup option output p param picture plaintext pre progress q rb rp rt rtc ruby s samp script
  search section select slot small source span strike strong style sub summary sup svg table tbody td template
  textarea tfoot th thead time title tr track tt u ul var video wbr xmp`.split(/\s+/),
)

/** Before a colon: what Word, Outlook and old templates write. */
const prefixes: ReadonlySet<string> = new Set(
  'o w v m x p st1 wp a pic wps dgm svg xlink xsl fb g jsp asp c ui h'.split(' '),
)

const tag =
  /<(\/?)([a-z][\w.-]*(?::[\w.-]+)?)(?=[\s/>])((?:\s+[^\s"'<>/=&|+\d,;?][^\s"'<>/=]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*(\/?)(>?)/iy
const other = /<(?:!doctype\b|!\[|!(?:element|entity|attlist)\s|\?(?:xml|php|mso)\b|\?=)[^<>\n]*>?/iy

/** What is HTML at this `<` of a text: a tag, a declaration; else null. An address in such brackets is none. */
export const htmlAt = (text: string, at: number): string | null => {
  other.lastIndex = at
  const declared = other.exec(text)?.[0]
  if (declared !== undefined) return declared
  tag.lastIndex = at
  const found = tag.exec(text)
  return found !== null && isTag(found, text) ? found[0] : null
}

const isTag = (found: RegExpExecArray, text: string): boolean => {
  const [, slash = '', name = '', attributes = '', selfClosing = '', bracket = ''] = found
  // In other angle brackets a value in quotes is never typed by hand.
  if (/=\s*["']/.test(attributes)) return true
  if (bracket === '') return false
  if (isGeneric(found, text)) return false
  if (elements.has(name.toLowerCase())) return true
  const [prefix = '', local] = name.toLowerCase().split(':')
  if (local !== undefined) return prefixes.has(prefix) || slash !== '' || selfClosing !== ''
  if (selfClosing !== '') return true
  return (
    name.includes('-') && (slash !== '' || text.slice(found.index, found.index + near).includes(`</${name}>`))
  )
}

/** How far a closing tag is looked for. */
const near = 2_000

/** `List<Object>`, `Box<A>`: the types of a program, right behind a word. */
const isGeneric = ({ 1: slash, 2: name = '', index }: RegExpExecArray, text: string): boolean =>
  slash === '' && /^[A-Z](?:[a-z]|$)/.test(name) && index > 0 && /\w/.test(text.charAt(index - 1))

/** The name of the element whose tag begins at this `<`; null when HTML has no such element. */
export const elementAt = (text: string, at: number): string | null => {
  const [, name = ''] = /^<\/?([a-z]\w*)(?=[\s/>])/i.exec(text.slice(at, at + 20)) ?? []
  return elements.has(name.toLowerCase()) ? name : null
}

/** The first HTML of a text; null when there is none. */
export const findHtml = (text: string): string | null => {
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    const found = htmlAt(text, at)
    if (found !== null) return found
  }
  return null
}
