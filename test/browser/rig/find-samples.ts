// Pages that together show all that a site can show: of each kind as many as it takes to meet every element it uses.

import { Parser } from 'htmlparser2'
import type { BuiltPage } from './list-pages.ts'

/** Of each kind, the first page is the one that shows most. */
export const findSamples = (
  pages: readonly BuiltPage[],
  htmlOf: (page: BuiltPage) => string,
): readonly BuiltPage[] => {
  const kinds = [...new Set(pages.map(({ kind }) => kind))]
  return kinds.flatMap(kind =>
    coverAll(pages.filter(page => page.kind === kind).map(page => ({ page, marks: marksOf(htmlOf(page)) }))),
  )
}

type Marked = { readonly page: BuiltPage; readonly marks: ReadonlySet<string> }

/** Again and again the page with most that none before it has. */
const coverAll = (pages: readonly Marked[]): readonly BuiltPage[] => {
  const samples: BuiltPage[] = []
  const seen = new Set<string>()
  const newsOf = ({ marks }: Marked): number => [...marks].filter(mark => !seen.has(mark)).length
  for (;;) {
    const counted = pages.map(each => ({ ...each, news: newsOf(each) }))
    const best = counted.reduce((one, other) => (other.news > one.news ? other : one))
    if (best.news === 0) return samples
    samples.push(best.page)
    for (const mark of best.marks) seen.add(mark)
  }
}

/** The elements of a page, by name and class, each with the one it stands in. */
const marksOf = (html: string): ReadonlySet<string> => {
  const marks = new Set<string>()
  const open: string[] = []
  const parser = new Parser({
    onopentag: (name, { class: classes = '' }) => {
      const own = [name, ...classes.split(/\s+/).filter(Boolean)].join('.')
      marks.add(`${open.at(-1) ?? ''} ${own}`)
      open.push(own)
    },
    onclosetag: () => open.pop(),
  })
  parser.end(html)
  return marks
}
