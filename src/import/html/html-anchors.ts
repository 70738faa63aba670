// Names that links lead to: marked in the text while it is converted, so that each finds its heading again.

const start = '\ue010'
const end = '\ue011'
const mark = /\ue010([0-9a-f]*)\ue011/g

export const anchorMark = (name: string): string =>
  name === '' ? '' : start + Buffer.from(name).toString('hex') + end

export const withoutAnchors = (text: string): string =>
  text.includes(start) ? text.replace(mark, '').replace(/[\ue010\ue011]/g, '') : text

export type Anchor = { readonly name: string; readonly line: number }

/** The names with their lines, which stay the same without them. */
export const findAnchors = (text: string): readonly Anchor[] =>
  text.includes(start)
    ? text.split('\n').flatMap((words, line) =>
        [...words.matchAll(mark)].map(([, hex = '']) => ({
          name: Buffer.from(hex, 'hex').toString(),
          line,
        })),
      )
    : []
