// A comment that markdown takes for text: a program joined the dashes of its beginning, `<!— our source —>`, or somebody mistyped them.

import type { Fault } from '../../domain/problem.ts'

const dashes = '-\u2010-\u2015\u2212\ufe58\ufe63\uff0d'
const begins =
  /(?:<(?!!--)|&lt;)!\s{0,3}(?:[-\u2010\u2011\u2212\ufe58\ufe63\uff0d]{1,4}|[\u2012-\u2015]-{0,3})(?![->])/iy
const ends = new RegExp(String.raw`[${dashes}]{1,4}\s?(?:>|&gt;)`, 'i')

/** How far its end is looked for. */
const longest = 2_000

/** The comment at this `<` or `&lt;` of a text, to its end where that is near; null where there is none. */
export const joinedCommentAt = (text: string, at: number): string | null => {
  begins.lastIndex = at
  const [begin] = begins.exec(text) ?? []
  if (begin === undefined) return null
  const inside = at + begin.length
  const end = ends.exec(text.slice(inside, inside + longest))
  return end === null ? begin : text.slice(at, inside + end.index + end[0].length)
}

/** The first of a text; null when there is none. */
export const findJoinedComment = (text: string): string | null => {
  for (const { index } of text.matchAll(/(?:<|&lt;)!/gi)) {
    const found = joinedCommentAt(text, index)
    if (found !== null) return found
  }
  return null
}

export const commentJoined: Fault = {
  code: 'comment-joined',
  message: 'readers would see this comment: one begins with <!-- and ends with -->, with two short dashes',
  hint: 'write <!-- what only the newsroom should read -->; programs that make one long dash of two have a setting against it',
}
