// Footnotes of HTML: a raised number that leads to a paragraph or an entry of a list further down, where the note stands.

export type LiftedNotes = {
  /** With a mark for each number, and without the notes. */
  readonly html: string
  /** Each as HTML, in the order of their numbers; none is empty. */
  readonly notes: readonly string[]
}

/** What a source writes for a note that stands where its number belongs. */
export const noteHere = (words: string): string => `<note-here>${words}</note-here>`

const [start, end] = ['\ue012', '\ue013']

/** The numbers in converted text. */
export const withNumbers = (markdown: string): string =>
  markdown.replaceAll(new RegExp(`${start}(\\d+)${end}`, 'g'), '[^$1]')

/** Words in brackets where they stood, for a text whose notes cannot be lifted. */
export const withNotesInside = (html: string): string =>
  html.replace(/(?<!\s)\s*<note-here>/g, ' (').replace(/<\/note-here>/g, ')')

const link = '<a\\b([^>]{0,500})>'
const reference = new RegExp(
  [
    `<sup\\b[^>]{0,300}>\\s*\\[?\\s*${link}\\s*([^<]{1,12})</a>\\s*\\]?\\s*</sup>`,
    `${link}\\s*<sup\\b[^>]{0,300}>\\s*([^<]{1,12})</sup>\\s*</a>`,
    `${link}\\s*(\\[?\\d{1,3}\\]?)\\s*</a>`,
    '<note-here>([\\s\\S]{1,5000}?)</note-here>',
  ].join('|'),
  'gi',
)

/** Null where there are none. */
export const liftNotes = (html: string): LiftedNotes | null => {
  if (!/#|<note-here>/.test(html)) return null
  const targets = targetsIn(html)
  const numbers = new Map<string, number>()
  const notes: string[] = []
  const removed: Range[] = []
  const numbered = [...html.matchAll(reference)].flatMap(found => {
    const [written, raised, , around, , plain, , words] = found
    const at = { start: found.index, end: found.index + written.length }
    if (words !== undefined) return [{ ...at, number: notes.push(words) }]
    const name = nameIn(raised ?? around ?? plain ?? '')
    const target = name === null ? undefined : targets.get(name)
    const isNote = raised !== undefined || around !== undefined || /f(?:oot|t)?n|note/i.test(name ?? '')
    if (name === null || target === undefined || !isNote || isWithin(at, target)) return []
    const number = numbers.get(name) ?? notes.push(withoutWayBack(html.slice(target.inside, target.close)))
    if (!numbers.has(name)) removed.push(target)
    numbers.set(name, number)
    return [{ ...at, number }]
  })
  // A number in a note, or a note in a note.
  const ranges = [...numbered, ...removed.map(range => ({ ...range, number: 0 }))].toSorted(
    (one, other) => one.start - other.start,
  )
  const overlaps = ranges.some((range, index) => range.end > (ranges[index + 1]?.start ?? html.length))
  if (ranges.length === 0 || overlaps || notes.some(note => note.replace(/<[^>]*>/g, '').trim() === ''))
    return null
  let text = ''
  let done = 0
  for (const range of ranges) {
    text += html.slice(done, range.start) + (range.number === 0 ? '' : `${start}${range.number}${end}`)
    done = range.end
  }
  return { html: withoutEmptyLists(text + html.slice(done)), notes }
}

type Range = { readonly start: number; readonly end: number }
/** Where the words of the note begin and end, too. */
type Target = Range & { readonly inside: number; readonly close: number }

const isWithin = (inner: Range, outer: Range): boolean => inner.start >= outer.start && inner.end <= outer.end

/** The name behind the # of a link. Ways back to a number are none. */
const nameIn = (attributes: string): string | null => {
  const name = /\bhref\s*=\s*["']?[^"'#\s>]{0,500}#([^"'\s>]+)/i.exec(attributes)?.[1]
  return name === undefined || isWayBack(name) ? null : name
}

const isWayBack = (name: string): boolean => /ref|back|[-_]link$/i.test(name)

const opening = /<(li|p|div|dd)\b[^>]{0,500}>(?:\s*<(?:p|span|a|sup|strong|b)\b[^>]{0,500}>){0,3}/gi

/** A note is no longer. */
const longest = 20_000

/** Paragraphs and entries by the names that they, or what they begin with, have. */
const targetsIn = (html: string): ReadonlyMap<string, Target> => {
  const targets = new Map<string, Target>()
  for (const { 0: written, 1: element = '', index } of html.matchAll(opening)) {
    const names = [...written.matchAll(/\b(?:id|name)\s*=\s*["']?([^"'\s>]+)/gi)].map(([, name = '']) => name)
    const inside = index + (/^<[^>]*>/.exec(written)?.[0].length ?? 0)
    const close = names.length === 0 ? null : endOf(html, element, inside)
    if (close === null) continue
    for (const name of names)
      if (!targets.has(name) && !isWayBack(name)) targets.set(name, { start: index, inside, ...close })
  }
  return targets
}

/** Where the element is closed that is open at `from`, and where its end tag ends. */
const endOf = (html: string, element: string, from: number): { close: number; end: number } | null => {
  const reach = html.slice(from, from + longest)
  let depth = 1
  for (const { 0: tag, index } of reach.matchAll(new RegExp(`</?${element}\\b[^>]{0,500}>`, 'gi'))) {
    depth += tag.startsWith('</') ? -1 : 1
    if (depth === 0) return { close: from + index, end: from + index + tag.length }
  }
  return null
}

/** A link without words, or the number again, leads back to where the reader was. */
const withoutWayBack = (note: string): string =>
  note.replace(
    /\s*<a\b[^>]{0,500}#[^>]{0,300}>((?:[^<]|<(?!\/a)){0,200})<\/a>/gi,
    (written, inside: string) => (/\p{L}/u.test(inside.replace(/<[^>]*>|&[#\w]+;/g, '')) ? written : ''),
  )

const withoutEmptyLists = (html: string): string =>
  html
    .replace(/<(ol|ul)\b[^>]{0,500}>\s*<\/\1>/gi, '')
    .replace(/<(div|section|aside)\b[^>]{0,500}>\s*(?:<hr[^>]{0,100}>)?\s*<\/\1>/gi, '')
    .replace(/(?:\s*<hr[^>]{0,100}>)\s*$/i, '')
