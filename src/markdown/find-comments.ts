// Where comments stand in a markdown text: outside of code, from `<!--` to the next `-->`, over as many lines as that takes.

/** Offsets in the text, end-exclusive. */
export type Comment = { readonly start: number; readonly end: number }

/** In their order. One that is never closed is none. */
export const findComments = (text: string): readonly Comment[] => {
  const comments: Comment[] = []
  const closing = createRunFinder(text)
  // A fence with what stands before it; an escaped character; a run of backticks; a comment.
  const opener = /^((?:[ \t]|>|(?:[-*+]|\d{1,9}[.)])[ \t])*)(`{3,}(?=[^`\n]*$)|~{3,})|\\[\s\S]|`+|<!--/gm
  for (let found = opener.exec(text); found !== null; found = opener.exec(text)) {
    const [mark, before = '', fence] = found
    const start = found.index
    if (mark === '<!--') {
      const end = endOfComment(text, start)
      if (end === null) break
      opener.lastIndex = end
      comments.push({ start, end })
    } else if (fence !== undefined)
      opener.lastIndex = endOfFence(text, opener.lastIndex, fence, before.includes('>'))
    else if (mark[0] === '`') opener.lastIndex = closing(start + mark.length, mark.length) ?? opener.lastIndex
  }
  return comments
}

/** CommonMark 0.31.2, section 6.6: `<!-->` and `<!--->` are whole comments. */
const endOfComment = (text: string, start: number): number | null => {
  const short = /<!--(?:>|->)/y
  short.lastIndex = start
  if (short.test(text)) return short.lastIndex
  const end = text.indexOf('-->', start + 4)
  return end === -1 ? null : end + 3
}

/** `isQuoted`: it ends with its quotation. Offset of the line behind it. */
const endOfFence = (text: string, from: number, fence: string, isQuoted: boolean): number => {
  const line = /\n([ \t>]*)(.*)/y
  line.lastIndex = endOfLine(text, from)
  for (let found = line.exec(text); found !== null; found = line.exec(text)) {
    const [, before = '', words = ''] = found
    if (isQuoted && !before.includes('>')) return found.index + 1
    // Shown as it is: a quotation in code is none.
    if (!isQuoted && before.includes('>')) continue
    if (words.startsWith(fence) && words.replaceAll(fence.charAt(0), '').trim() === '') return line.lastIndex
  }
  return text.length
}

const endOfLine = (text: string, from: number): number => {
  const newline = text.indexOf('\n', from)
  return newline === -1 ? text.length : newline
}

/** Finds the run of just so many backticks that ends code in the same paragraph. Asked from first to last. */
const createRunFinder = (text: string): ((from: number, length: number) => number | null) => {
  let runs: ReadonlyMap<number, { readonly starts: readonly number[]; next: number }> | null = null
  let paragraphEnd = -1
  return (from, length) => {
    runs ??= runsIn(text)
    const known = runs.get(length)
    if (known === undefined) return null
    while ((known.starts[known.next] ?? Number.POSITIVE_INFINITY) < from) known.next++
    const start = known.starts[known.next]
    if (paragraphEnd < from) paragraphEnd = endOfParagraph(text, from)
    return start === undefined || start > paragraphEnd ? null : start + length
  }
}

const runsIn = (text: string) => {
  const runs = new Map<number, { starts: number[]; next: number }>()
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const known = runs.get(run.length)
    if (known) known.starts.push(index)
    else runs.set(run.length, { starts: [index], next: 0 })
  }
  return runs
}

const endOfParagraph = (text: string, from: number): number => {
  const blank = /\n[ \t>]*(?=\n)/g
  blank.lastIndex = from
  return blank.exec(text)?.index ?? text.length
}
