// A text that is written piece by piece.

/** What changes only at its end: all before that is not read again. */
export const createWritten = () => {
  const parts: string[] = []
  let last = ''
  return {
    add: (text: string) => {
      if (text === '') return
      if (last.length > 2000 && last.trim() !== '') {
        parts.push(last.slice(0, -1000))
        last = last.slice(-1000)
      }
      last += text
    },
    last: () => last,
    dropIndent: () => {
      last = last.replace(/(^|\n)[ \t]+$/, '$1')
    },
    endParagraph: () => {
      last = last.trimEnd()
      while (last === '' && parts.length > 0) last = (parts.pop() ?? '').trimEnd()
      last += '\n\n'
    },
    text: () => parts.join('') + last,
  }
}
