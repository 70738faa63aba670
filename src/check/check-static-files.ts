// Pages and sheets in content/static/: they are sent with the same policy as all pages, and nothing else looks them through.

import { errorAt, locationInText, type Problem } from '../domain/problem.ts'
import { pathInStatic } from '../domain/site-paths.ts'
import type { NewsroomFiles } from '../read/read-newsroom-files.ts'
import { findActiveSvg } from '../validate/site/find-active-svg.ts'
import { checkPolicy } from './html/check-policy.ts'
import { addStyle, noParts } from './html/html-parts.ts'
import { deepest, parseHtml } from './html/parse-html.ts'
import { linksOf } from './links/page-links.ts'
import type { PageFault } from './page-fault.ts'

export const checkStaticFiles = (
  { staticFiles, read }: Pick<NewsroomFiles, 'staticFiles' | 'read'>,
  origin: string,
): readonly Problem[] =>
  staticFiles.flatMap((file): readonly Problem[] => {
    const check = checks.find(([name]) => name.test(file))?.[1]
    if (check === undefined) return []
    const source = read(file)
    if (!source.ok) return [source.fault]
    const { text } = source.value
    return check({ url: `/${pathInStatic(file)}`, text, origin }).map(({ offset, words = '', ...fault }) =>
      errorAt(locationInText(file, text, offset, words.length), fault),
    )
  })

type StaticText = { readonly url: string; readonly text: string; readonly origin: string }
type Check = (file: StaticText) => readonly PageFault[]

/** No sheet of the layouts stands in a static page by its bytes: they are minified. */
const noStyles: ReadonlySet<string> = new Set()

const checkMarkup = ({ url, text, origin }: StaticText, isXml: boolean): readonly PageFault[] => {
  const page = { url, output: pathOf(url), content: text }
  const deep: PageFault[] = []
  const parts = parseHtml(text, isXml, offset => deep.push({ ...nestedTooDeep, offset }))
  return [
    ...deep,
    ...checkPolicy(page, parts, noStyles, origin),
    ...linksOf(page, { ...parts, links: [] }, origin).filter(isFault),
  ]
    .map(fault => ({ ...fault, hint: hints[fault.code] ?? fault.hint }))
    .sort((one, other) => one.offset - other.offset)
}

const nestedTooDeep = {
  code: 'html-too-deep',
  message: `more than ${deepest} elements are nested in each other here: browsers would not keep them apart`,
  hint: 'close each element with its end, such as </b>, before the next one begins',
}

const pathOf = (url: string): string => url.slice(1)

const isFault = (found: object): found is PageFault => 'code' in found

/** Where the advice for layouts does not fit. */
const hints: Readonly<Record<string, string>> = {
  'style-unknown':
    'put the style into a file beside it, such as style.css, and name that by <link rel="stylesheet">',
  'style-attribute': 'give the element a class, and the class a rule in a .css file',
}

const checkHtml: Check = file => [...checkCharset(file), ...checkIncludes(file), ...checkMarkup(file, false)]

const checkXhtml: Check = file => [
  ...checkCharset(file),
  ...checkStylesheets(file),
  ...checkMarkup(file, true),
]

/** Only what browsers take for a page or a drawing can do anything. */
const checkXml: Check = file => {
  const { text } = file
  if (text.includes('http://www.w3.org/1999/xhtml')) return checkXhtml(file)
  const drawing = text.includes('http://www.w3.org/2000/svg') ? findActiveSvg(text) : null
  return drawing === null ? checkStylesheets(file) : [drawing]
}

const checkCss: Check = ({ url, text, origin }) => {
  const parts = noParts()
  addStyle(parts, text, 0)
  const page = { url, output: pathOf(url), content: text }
  const faults = [
    ...checkPolicy(page, { ...parts, styles: [] }, noStyles, origin),
    ...linksOf(page, parts, origin).filter(isFault),
  ]
  return faults.map(fault => ({ ...fault, offset: Math.max(0, text.indexOf(fault.words ?? '')) }))
}

/** Servers send every page as UTF-8, whatever it says of itself. */
const checkCharset: Check = ({ text }) => {
  const found = charsetOfMeta(text) ?? /^\s*<\?xml[^>]*?encoding\s*=\s*["']?\s*([\w-]+)/i.exec(text)
  const [all = '', named = ''] = found ?? []
  if (found === null || named === '' || /^utf-?8$/i.test(named)) return []
  return [
    {
      code: 'charset-other',
      message: `the page says that it is written in ${named}, but servers send it as UTF-8`,
      hint: 'save it in UTF-8, and write utf-8 here',
      offset: text.indexOf(all),
      words: all,
    },
  ]
}

/** From the tag's beginning on. Looked for by its attribute: a page may be all beginnings of tags. */
const charsetOfMeta = (text: string): RegExpExecArray | null => {
  for (const { index } of text.matchAll(/charset\s*=/gi)) {
    const before = text.slice(Math.max(0, index - longestTag), index)
    const start = before.lastIndexOf('<')
    if (start === -1) continue
    const found = metaCharset.exec(before.slice(start) + text.slice(index, index + longestTag))
    if (found !== null) return found
  }
  return null
}

const longestTag = 500
const metaCharset = /^<meta\b[^>]*?charset\s*=\s*["']?\s*([\w-]+)/i

const checkIncludes: Check = ({ text }) => {
  const offset = text.indexOf('<!--#')
  if (offset === -1) return []
  return [
    {
      code: 'include-refused',
      message:
        'no server includes anything here: readers would get this line as it is, in the source of the page',
      hint: 'write here what it should include',
      offset,
      words: '<!--#',
    },
  ]
}

const checkStylesheets: Check = ({ text }) => {
  const [all, kind = ''] = /<\?xml-stylesheet\b([^>]*)/i.exec(text) ?? []
  if (all === undefined || !/xsl/i.test(kind)) return []
  return [
    {
      code: 'script-refused',
      message: 'the content security policy does not allow XSLT: browsers would show an empty page',
      hint: 'remove the line, or publish what XSLT would make',
      offset: text.indexOf(all),
      words: all,
    },
  ]
}

const checks: readonly (readonly [name: RegExp, check: Check])[] = [
  [/\.(?:s?html?|hta)$/i, checkHtml],
  [/\.xht(?:ml)?$/i, checkXhtml],
  [/\.(?:xml|xslt?|rdf|rss|atom|opml|mathml)$/i, checkXml],
  [/\.css$/i, checkCss],
]
