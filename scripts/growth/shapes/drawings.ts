// SVG beside a story.

import { countOf, repeated, type Shape, storyFolder, storyOf } from './shape.ts'

const drawing = (inside: string): Readonly<Record<string, string>> => ({
  ...storyOf('![a drawing](drawing.svg)'),
  [`${storyFolder}/drawing.svg`]: `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">${inside}</svg>\n`,
})

export const drawings: readonly Shape[] = [
  {
    name: 'SVG nested',
    filesOf: size => drawing(`${'<g>'.repeat(countOf(size, 7))}${'</g>'.repeat(countOf(size, 7))}`),
  },
  { name: 'SVG of many parts', filesOf: size => drawing(repeated(size, n => `<path d="M0 ${n}h1"/>`)) },
  { name: 'SVG of a long path', filesOf: size => drawing(`<path d="${repeated(size, n => `M0 ${n}h1`)}"/>`) },
  {
    name: 'SVG of many attributes',
    filesOf: size => drawing(`<path ${repeated(size, n => `a${n}="b" `)}/>`),
  },
  { name: 'SVG of many links', filesOf: size => drawing(repeated(size, n => `<use href="#a${n}"/>`)) },
  {
    name: 'SVG of a long style',
    filesOf: size => drawing(`<style>${repeated(size, () => 'a{b:url(')}</style>`),
  },
  { name: 'SVG of comments', filesOf: size => drawing(repeated(size, () => '<!-- a -->')) },
  { name: 'SVG of entities', filesOf: size => drawing(`<text>${repeated(size, () => '&amp;')}</text>`) },
  {
    name: 'SVG with namespaces nested',
    filesOf: size => {
      const count = countOf(size, 24)
      return drawing(
        `${Array.from({ length: count }, (_, n) => `<g xmlns:a${n}="b">`).join('')}${'</g>'.repeat(count)}`,
      )
    },
  },
  {
    name: 'SVG of pictures in it',
    filesOf: size =>
      drawing(repeated(size, () => '<image href="data:image/gif;base64,R0lGODlhAQABAAAAADs="/>')),
  },
  {
    name: 'SVG of addresses opened',
    filesOf: size => drawing(`<text>${repeated(size, () => '"data:image/svg+xml,')}</text>`),
  },
  {
    name: 'SVG in SVG',
    filesOf: size => {
      let inside = 'a'
      while (inside.length < size)
        inside = encodeURIComponent(
          `<svg xmlns="http://www.w3.org/2000/svg"><image href="data:image/svg+xml,${inside}"/></svg>`,
        )
      return drawing(`<image href="data:image/svg+xml,${inside}"/>`)
    },
  },
  { name: 'SVG of instructions', filesOf: size => drawing(repeated(size, () => '<?a b?>')) },
  { name: 'SVG of comments opened', filesOf: size => drawing(repeated(size, () => '<!-- a ')) },
  { name: 'SVG of texts opened', filesOf: size => drawing(repeated(size, () => '<![CDATA[ a ')) },
  { name: 'SVG of tags opened', filesOf: size => drawing(repeated(size, () => '<g a="b')) },
]
