// What the content security policy would keep a browser from showing or running: better found here than by readers.

import { remember } from '../../domain/remember.ts'
import { addresses } from '../../domain/site-addresses.ts'
import { parseUrl } from '../../domain/web-address.ts'
import type { RenderedPage } from '../../pages/rendered-site.ts'
import { hashForPolicy } from '../../system/digest.ts'
import type { PageFault } from '../page-fault.ts'
import type { AskedBy, HtmlParts } from './html-parts.ts'

/** `allowed`: hashes of the style elements that the policy lets through. `origin`: the site's, without a path. */
export const checkPolicy = (
  { url }: RenderedPage,
  { styles, scripts, inline, links, asked }: HtmlParts,
  allowed: ReadonlySet<string>,
  origin: string,
): readonly PageFault[] => [
  ...styles.filter(({ text }) => !allowed.has(hashOf(text))).map(unknownStyle),
  ...inline.map(each => (each.attribute === 'style' ? styleAttribute(each) : eventHandler(each))),
  ...scripts
    .filter(({ src, type }) => src !== null || !isData.test(type))
    .filter(({ src }) => src === null || !url.startsWith(addresses.search))
    .map(refusedScript),
  ...links.filter(({ href }) => isScript(href)).map(scriptLink),
  ...asked.filter(({ by, url: to }) => !isOwn(by, to, new URL(url, origin))).map(refusedAsk),
]

/** As browsers read an address: they leave out line breaks and tabs within it. */
const isScript = (address: string): boolean =>
  /^[\0-\x20]*j/i.test(address) && /^[\0-\x20]*javascript:/i.test(address.replace(/[\t\n\r]/g, ''))

/** Forms and refreshes may lead to this site; nothing else that is asked for is allowed at all. */
const isOwn = (by: AskedBy, to: string, page: URL): boolean =>
  (by === 'form' || by === 'refresh') && parseUrl(to.trim(), page.href)?.origin === page.origin

/** Nearly all pages have one of a few. */
const hashOf = remember(100, hashForPolicy)

const isData = /^application\/(?:ld\+)?json$/i

type Part<Name extends keyof HtmlParts> = HtmlParts[Name][number]

const unknownStyle = ({ offset }: Part<'styles'>): PageFault => ({
  code: 'style-unknown',
  message: 'the content security policy does not allow this style: browsers would ignore it',
  hint: 'let each style element include one sheet of _includes/css/, and nothing else',
  offset,
})

const styleAttribute = ({ offset }: Part<'inline'>): PageFault => ({
  code: 'style-attribute',
  message: 'the content security policy does not allow style attributes: browsers would ignore this one',
  hint: 'give the element a class, and the class a rule in _includes/css/',
  offset,
})

const eventHandler = ({ attribute, offset }: Part<'inline'>): PageFault => ({
  code: 'event-handler',
  message: `the content security policy does not allow scripts in attributes: browsers would ignore ${attribute}`,
  hint: 'remove it: pages work without scripts',
  offset,
})

const refusedScript = ({ offset }: Part<'scripts'>): PageFault => ({
  code: 'script-refused',
  message: 'the content security policy does not allow this script: browsers would not run it',
  hint: `remove it: only pages below ${addresses.search} may have one, as a file of this site`,
  offset,
})

const refusals: Readonly<Record<AskedBy, Pick<PageFault, 'code' | 'message' | 'hint'>>> = {
  form: {
    code: 'form-elsewhere',
    message:
      'the content security policy does not allow forms that send to another site: browsers would not send this one',
    hint: 'let the form send to this site, or link to the other one',
  },
  base: {
    code: 'base-refused',
    message: 'the content security policy does not allow <base>: browsers would ignore it',
    hint: 'remove it, and write full paths, such as /world/',
  },
  plugin: {
    code: 'plugin-refused',
    message:
      'the content security policy does not allow <object>, <embed> and <applet>: browsers would show nothing',
    hint: 'link to the file, or show it by <img>, <video>, <audio> or <iframe>',
  },
  refresh: {
    code: 'refresh-elsewhere',
    message: 'the page takes readers to another site by itself',
    hint: 'write a link, which readers may follow or not',
  },
  frame: {
    code: 'frame-refused',
    message: 'what this frame shows stands in the page itself, where nothing checks it',
    hint: 'put it into a file of this site, and name that in src',
  },
  font: {
    code: 'font-refused',
    message:
      'the content security policy does not allow fonts within a style: browsers would ignore this one',
    hint: 'put the font into content/static/, and name it by its path',
  },
}

const refusedAsk = ({ by, url, offset }: Part<'asked'>): PageFault => ({
  ...refusals[by],
  offset,
  words: by === 'frame' ? '' : url,
})

const scriptLink = ({ href, offset }: Part<'links'>): PageFault => ({
  code: 'script-refused',
  message: 'the content security policy does not allow links that run a script',
  hint: 'remove it: pages work without scripts',
  offset,
  words: href,
})
