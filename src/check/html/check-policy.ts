// What the content security policy would keep a browser from showing or running: better told here than found by readers.

import { searchUrl } from '../../domain/content-policy.ts'
import { remember } from '../../domain/remember.ts'
import type { RenderedPage } from '../../pages/rendered-site.ts'
import { hashForPolicy } from '../../system/digest.ts'
import type { PageFault } from '../page-fault.ts'
import type { HtmlFacts } from './html-parts.ts'

/** `styles`: hashes of what style elements may hold. */
export const checkPolicy = (
  { url }: RenderedPage,
  { styles, scripts, inline, links }: HtmlFacts,
  known: ReadonlySet<string>,
): readonly PageFault[] => [
  ...styles
    .filter(({ text }) => !known.has(hashOf(text)))
    .map(({ offset }) =>
      fault(
        'style-unknown',
        'the content security policy does not know this style, so that browsers would pass it over',
        'let each style element include one sheet of _includes/css/, and hold nothing else',
        offset,
      ),
    ),
  ...inline.map(({ attribute, offset }) =>
    attribute === 'style'
      ? fault(
          'style-attribute',
          'the content security policy refuses style attributes',
          'give it a class, and the class a rule in _includes/css/',
          offset,
        )
      : fault(
          'event-handler',
          `the content security policy refuses scripts in attributes, such as ${attribute}`,
          'remove it: pages work without scripts',
          offset,
        ),
  ),
  ...scripts
    .filter(({ src, type }) => src !== null || !isData.test(type))
    .filter(({ src }) => src === null || !url.startsWith(searchUrl))
    .map(({ offset }) =>
      fault(
        'script-refused',
        'the content security policy refuses this script',
        `remove it: only pages below ${searchUrl} may have one, as a file of this site`,
        offset,
      ),
    ),
  ...links
    .filter(({ href }) => /^\s*javascript:/i.test(href))
    .map(({ href, offset }) =>
      fault(
        'script-refused',
        'the content security policy refuses links that run a script',
        'remove it: pages work without scripts',
        offset,
        href,
      ),
    ),
]

/** Nearly all pages have one of a few. */
const hashOf = remember(100, hashForPolicy)

const isData = /^application\/(?:ld\+)?json$/i

const fault = (code: string, message: string, hint: string, offset: number, words = ''): PageFault => ({
  code,
  message,
  hint,
  spot: { offset, words },
})
