// Typographic quotation marks where YAML wants straight ones: to it they are letters, and stand on the page.

import type { Problem } from '../domain/problem.ts'
import type { YamlPath } from '../read/find-node.ts'
import type { YamlDocument } from '../read/parse-yaml.ts'
import { type NamedTexts, textsIn } from './texts-in.ts'

/** A headline may be a quotation from its first word to its last. */
const proseFields: NamedTexts = new Set(['title', 'kicker', 'summary', 'alt', 'caption', 'text', 'reason'])

const quoted = /^[“„‘‚«][^“”„«»]*[”“’‘»]$/

/** In names and keys always; in prose when more than one text is written so. */
export const findTypographicQuotes = (document: YamlDocument, file: string): readonly Problem[] => {
  if (!/[:,[-][ \t]*[“„‘‚«]/.test(file)) return []
  const texts = textsIn(document.value, 'all').flatMap(({ path, text }) =>
    text !== null && quoted.test(text.trim()) ? [{ path, text: text.trim() }] : [],
  )
  const prose = texts.filter(({ path }) => proseFields.has(String(path.at(-1))))
  // The names of some papers are never without their marks: «Известия».
  const names = texts.filter(text => !prose.includes(text) && !text.text.startsWith('«'))
  return [...(prose.length > 1 ? prose : []), ...names].map(({ path, text }) => ({
    ...asLetters(path, text),
    severity: 'warning',
    location: document.locationOf(path, 'value'),
  }))
}

const asLetters = (path: YamlPath, text: string) => ({
  code: 'quotes-typographic',
  message: `${path.filter(step => typeof step === 'string').join('.')}: readers would see ${text[0]} and ${text.at(-1)}, which are letters to YAML`,
  hint: `write "${text.slice(1, -1)}", in straight quotation marks, unless the text is a quotation`,
})
