// The part of a markdown link in round brackets: its address and its title.

export type Target = { readonly url: string; readonly title: string | null; readonly end: number }

/** `at` is the offset behind `]`; null when no target begins there. */
export const readTarget = (text: string, at: number): Target | null => {
  if (text[at] !== '(') return null
  let from = skipBlanks(text, at + 1)
  let url = ''
  if (text[from] === '<') {
    const close = /^<((?:[^<>\n\\]|\\.)*)>/.exec(text.slice(from, from + 4000))
    if (close === null) return null
    url = close[1] ?? ''
    from += close[0].length
  } else {
    const end = endOfBareUrl(text, from)
    if (end === null) return null
    url = text.slice(from, end)
    from = end
  }
  const behind = skipBlanks(text, from)
  if (text[behind] === ')') return { url, title: null, end: behind + 1 }
  const title =
    behind > from
      ? /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|\(((?:[^()\\]|\\.)*)\))/.exec(
          text.slice(behind, behind + 4000),
        )
      : null
  if (title === null || /\n[ \t]*\n/.test(title[0])) return null
  const end = skipBlanks(text, behind + title[0].length)
  if (text[end] !== ')') return null
  const words = (title[1] ?? title[2] ?? title[3] ?? '').replace(/\\(["'()\\])/g, '$1').replace(/\s+/g, ' ')
  return { url, title: words, end: end + 1 }
}

const skipBlanks = (text: string, at: number): number => {
  const blanks = /^[ \t]*(?:\n[ \t]*(?!\n))?/.exec(text.slice(at, at + 200))
  return at + (blanks?.[0].length ?? 0)
}

/** As CommonMark has it; null where more are open than anybody writes. */
const mostBrackets = 32

const endOfBareUrl = (text: string, from: number): number | null => {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const letter = text[at] as string
    if (letter === '\\') at++
    else if (letter <= ' ') return at
    else if (letter === '(' && ++depth > mostBrackets) return null
    else if (letter === ')' && depth-- === 0) return at
  }
  return text.length
}
