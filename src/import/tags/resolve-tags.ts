// Template tags in a text: found outside code and in it, and replaced one after the other.

import { contentsNote } from '../text/drop-contents.ts'
import { type CodeRange, codeAt } from '../text/find-code.ts'
import type {
  TagCall,
  TagContext,
  TagLanguage,
  TagReplacement,
  TagRules,
  TemplateTag,
} from '../text/text-dialect.ts'
import { fillTag, framesPicture, guessTag } from './fill-tag.ts'
import { tagKey } from './tag-meanings.ts'

/** Where code stands in a text, by the format that the text is in. */
type CodeFinder = (text: string) => readonly CodeRange[]

/** All but the tags that `replace` returns null for stays to the byte. */
const replaceTags = (
  text: string,
  tags: readonly TagLanguage[],
  findCode: CodeFinder,
  replace: (tag: TemplateTag, isCode: boolean) => TagReplacement | null,
): string => {
  const findTag = createFinder(text, tags)
  let tag = findTag(0)
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
    tag = findTag(Math.max(tag.start + 1, done))
  }
  return result + text.slice(done)
}

/** Each opening is looked for again only behind the last one that was found. */
const createFinder = (text: string, tags: readonly TagLanguage[]) => {
  const openings = tags.flatMap(({ openings, read }) =>
    openings.map(opening => ({ opening, read, next: -1 })),
  )
  return (from: number): TemplateTag | null => {
    for (let at = from; ; at++) {
      for (const each of openings) {
        if (each.next >= at) continue
        const found = text.indexOf(each.opening, at)
        each.next = found === -1 ? Number.POSITIVE_INFINITY : found
      }
      at = openings.reduce((least, { next }) => Math.min(least, next), Number.POSITIVE_INFINITY)
      if (at === Number.POSITIVE_INFINITY) return null
      for (const { next, read } of openings) {
        const tag = next === at ? read(text, at) : null
        if (tag !== null) return tag
      }
    }
  }
}

/** Tags that end others, by their form, in the order of the text. */
const createClosings = (text: string): TagContext['findClosing'] => {
  const known = new Map<string, { readonly start: number; readonly end: number }[]>()
  return (closing, from) => {
    const all =
      known.get(closing.source) ??
      [...text.matchAll(new RegExp(closing.source, `g${closing.flags.replace('g', '')}`))]
        .map(({ 0: written, index }) => ({ start: index, end: index + written.length }))
        .toReversed()
    known.set(closing.source, all)
    while (all.length > 0 && (all.at(-1)?.start ?? 0) < from) all.pop()
    return all.at(-1) ?? null
  }
}

const keptNote = 'Kept a template tag as text, as its meaning is unknown; replace it by hand'
const codeNote = 'Kept a template tag inside code'

/** Nobody nests tags any deeper. */
const deepest = 6

/** Each tag becomes what it stands for, where that is plain; else it stays, as visible text. */
export const resolveTags = (
  text: string,
  tags: readonly TagLanguage[],
  findCode: CodeFinder,
  rules: TagRules,
  depth = 0,
): string => {
  const findClosing = createClosings(text)
  const fill = (inside: string): string =>
    depth < deepest ? resolveTags(inside, tags, findCode, rules, depth + 1) : inside
  const insideOf = (call: TagCall, from: number): TagReplacement | null => {
    const close = depth < deepest ? findClosing(call.closing, from) : null
    if (close === null) return null
    const inside = text.slice(from, close.start)
    return { text: fill(inside), end: close.end }
  }
  return replaceTags(text, tags, findCode, (tag, isCode) => {
    const filled = isCode ? null : fillByName(tag, tag.call, rules, insideOf)
    const replaced = filled ?? tag.resolve({ ...rules, isCode, findClosing, fill })
    const guessed = replaced ?? (isCode ? null : guess(tag, tag.call, rules, insideOf))
    if (guessed === null) {
      const written = text.slice(tag.start, tag.end)
      rules.addNote(isCode ? codeNote : keptNote, written, isCode ? undefined : 'editor')
      if (!isCode && tag.call?.isEnd !== true)
        rules.countUnknown?.(tag.call?.label ?? shortened(written), tag.call?.name ?? null)
      return isCode ? null : inAddress(text, tag)
    }
    return guessed
  })
}

/** A blank would end the address of a link, and leave a link that is none. */
const inAddress = (text: string, { start, end }: TemplateTag): TagReplacement | null =>
  /\]\([^\s()]*$/.test(text.slice(Math.max(0, start - 500), start))
    ? { text: text.slice(start, end).replace(/\s/g, '%20'), end }
    : null

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}

type FindInside = (call: TagCall, from: number) => TagReplacement | null

const saidNote = 'Replaced a template tag by what --tag says'

/** As an editor says; an end whose beginning is gone goes too. */
const fillByName = (
  tag: TemplateTag,
  call: TagCall | undefined,
  rules: TagRules,
  insideOf: FindInside,
): TagReplacement | null => {
  const meaning = call === undefined ? undefined : rules.meanings?.get(tagKey(call.name))
  if (call === undefined || meaning === undefined) return null
  if (call.isEnd) return { text: '', end: tag.end }
  const inside = insideOf(call, tag.end)
  const text = fillTag(call, meaning, inside?.text ?? null, rules)
  if (text === null) return null
  const lost = [...call.values, ...call.named.values(), ...(meaning === 'drop' ? [inside?.text ?? ''] : [])]
  rules.addNote(saidNote, `${call.label} ${meaning}: ${lost.join(' ')}`)
  return { text, end: inside?.end ?? tag.end }
}

const guessNote = 'Replaced a template tag by what its arguments show'

const guess = (
  tag: TemplateTag,
  call: TagCall | undefined,
  rules: TagRules,
  insideOf: FindInside,
): TagReplacement | null => {
  if (call === undefined || call.isEnd) return null
  if (/^(?:toc|table-of-contents|tableofcontents)$/.test(tagKey(call.name))) {
    rules.addNote(contentsNote, call.label)
    return { text: '', end: tag.end }
  }
  // Without its inside first: it is looked for only where the tag is known.
  const wantsInside = /^(?:link|a|button|btn|cta)$/.test(tagKey(call.name)) || framesPicture(call)
  if (guessTag(call, null, rules) === null && !wantsInside) return null
  const inside = insideOf(call, tag.end)
  const text = guessTag(call, inside?.text ?? null, rules)
  if (text === null) return null
  rules.addNote(guessNote, `${call.label} ${[...call.values, ...call.named.values()].join(' ')}`)
  const isUsed =
    inside === null ||
    text.includes(inside.text.trim()) ||
    (framesPicture(call) && /!\[|<img/.test(inside.text))
  return { text: isUsed ? text : `${text}\n\n${inside.text}`, end: inside?.end ?? tag.end }
}

/** The text without its tags. Code keeps its own. */
export const withoutTags = (text: string, tags: readonly TagLanguage[], findCode: CodeFinder): string =>
  replaceTags(text, tags, findCode, ({ end }, isCode) => (isCode ? null : { text: '', end }))
