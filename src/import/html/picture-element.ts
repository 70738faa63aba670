// A picture of HTML: which of its addresses is shown, and the words that its attributes have.

import { captionWith } from '../text/picture-caption.ts'
import { element } from './html-tree.ts'
import type { Attributes } from './read-html.ts'

export const isPlaceholder = (src: string): boolean =>
  src === '' ||
  /^data:|(?:blank|spacer|placeholder|lazy|1x1|pixel|transparent)[\w-]*\.(?:gif|png|svg)/i.test(src)

const lazyNames = ['data-src', 'data-lazy-src', 'data-original', 'data-orig-file', 'data-url', 'data-lazy']

/** Null for the dots by which others count readers. Of several sizes the largest that the archive has is taken. */
export const pictureOf = (
  attributes: Attributes,
  sources: readonly Attributes[],
  hasPicture: (src: string) => boolean,
) => {
  const src = (attributes.src ?? '').trim()
  if (/^[01]$/.test(attributes.width ?? '') && /^[01]$/.test(attributes.height ?? '')) return null
  const later = lazyNames.map(name => attributes[name]?.trim()).find(value => value)
  const sets = [attributes, ...sources].flatMap(({ srcset, 'data-srcset': late }) => [srcset, late])
  const largest = sizesIn(sets.filter(set => set !== undefined).join(', '))
  const known = largest.find(hasPicture)
  const shown = isPlaceholder(src) ? (known ?? later ?? largest[0] ?? src) : (known ?? src)
  const { alt, title, 'data-caption': caption, 'data-credit': credit } = attributes
  const words = captionWith(title ?? caption ?? '', credit ?? '')
  return element('img', {
    src: shown,
    ...(alt === undefined ? {} : { alt }),
    ...(words === '' ? {} : { title: words }),
  })
}

/** No picture has more sizes. */
const mostSizes = 100

/** By their widths or densities, the largest first. */
const sizesIn = (set: string): readonly string[] =>
  set
    .slice(0, 20_000)
    .split(/,(?=\s|$)|(?<=\s[\d.]+[wx]),/)
    .slice(0, mostSizes)
    .map(part => part.trim().split(/\s+/))
    .map(([src = '', size = '1']) => ({ src, size: Number.parseFloat(size) || 1 }))
    .filter(({ src }) => src !== '')
    .toSorted((one, other) => other.size - one.size)
    .map(({ src }) => src)
