// What the content security policy would keep a browser from showing or running: better found here than by readers.

import { remember } from '../../domain/remember.ts'
import { addresses } from '../../domain/site-addresses.ts'
import type { RenderedPage } from '../../pages/rendered-site.ts'
import { hashForPolicy } from '../../system/digest.ts'
import type { PageFault } from '../page-fault.ts'
import type { HtmlParts } from './html-parts.ts'

/** `allowed`: hashes of the style elements that the policy lets through. */
export const checkPolicy = (
  { url }: RenderedPage,
  { styles, scripts, inline, links }: HtmlParts,
  allowed: ReadonlySet<string>,
): readonly PageFault[] => [
  ...styles.filter(({ text }) => !allowed.has(hashOf(text))).map(unknownStyle),
  ...inline.map(each => (each.attribute === 'style' ? styleAttribute(each) : eventHandler(each))),
  ...scripts
    .filter(({ src, type }) => src !== null || !isData.test(type))
    .filter(({ src }) => src === null || !url.startsWith(addresses.search))
    .map(refusedScript),
  ...links.filter(({ href }) => /^\s*javascript:/i.test(href)).map(scriptLink),
]

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

const scriptLink = ({ href, offset }: Part<'links'>): PageFault => ({
  code: 'script-refused',
  message: 'the content security policy does not allow links that run a script',
  hint: 'remove it: pages work without scripts',
  offset,
  words: href,
})
