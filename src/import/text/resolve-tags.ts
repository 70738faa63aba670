// Template tags in a text: found outside code and in it, and replaced one after the other.

import { type CodeRange, codeAt } from './find-code.ts'
import type { TagContext, TagLanguage, TagReplacement, TemplateTag } from './text-dialect.ts'

/** Where code stands in a text, by the format that the text is in. */
type CodeFinder = (text: string) => readonly CodeRange[]

/** All but the tags that `replace` returns null for stays to the byte. */
const replaceTags = (
  text: string,
  tags: readonly TagLanguage[],
  findCode: CodeFinder,
  replace: (tag: TemplateTag, isCode: boolean) => TagReplacement | null,
): string => {
  let tag = findTag(text, 0, tags)
  if (tag === null) return text
  const code = findCode(text)
  let result = ''
  let done = 0
  while (tag !== null) {
    const replaced = replace(tag, codeAt(code, tag.start) !== null)
    if (replaced !== null) {
      result += text.slice(done, tag.start) + replaced.text
      done = replaced.end
    }
    tag = findTag(text, Math.max(tag.start + 1, done), tags)
  }
  return result + text.slice(done)
}

const findTag = (text: string, from: number, tags: readonly TagLanguage[]): TemplateTag | null => {
  for (let at = nextOpening(text, from, tags); at !== null; at = nextOpening(text, at + 1, tags)) {
    for (const { openings, read } of tags) {
      const tag = openings.some(opening => text.startsWith(opening, at)) ? read(text, at) : null
      if (tag !== null) return tag
    }
  }
  return null
}

const nextOpening = (text: string, from: number, tags: readonly TagLanguage[]): number | null => {
  const found = tags
    .flatMap(({ openings }) => openings.map(opening => text.indexOf(opening, from)))
    .filter(at => at !== -1)
  return found.length === 0 ? null : Math.min(...found)
}

const keptNote = 'Kept a template tag as text, as its meaning is unknown; replace it by hand'
const codeNote = 'Kept a template tag inside code'

/** Each tag becomes what it stands for, where that is plain; else it stays, as visible text. */
export const resolveTags = (
  text: string,
  tags: readonly TagLanguage[],
  findCode: CodeFinder,
  context: Omit<TagContext, 'isCode'>,
): string =>
  replaceTags(text, tags, findCode, (tag, isCode) => {
    const replaced = tag.resolve({ ...context, isCode })
    if (replaced === null) {
      const written = text.slice(tag.start, tag.end)
      context.addNote(isCode ? codeNote : keptNote, written, isCode ? undefined : 'editor')
      // A blank would end the address, and leave a link that is none.
      const isInAddress = !isCode && /\]\([^\s()]*$/.test(text.slice(Math.max(0, tag.start - 500), tag.start))
      return isInAddress ? { text: written.replace(/\s/g, '%20'), end: tag.end } : null
    }
    return replaced
  })

/** The text without its tags. Code keeps its own. */
export const withoutTags = (text: string, tags: readonly TagLanguage[], findCode: CodeFinder): string =>
  replaceTags(text, tags, findCode, ({ end }, isCode) => (isCode ? null : { text: '', end }))
