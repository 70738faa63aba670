// Markdown in a text that is none, such as a headline: readers would see its marks.

const link = /!?\[[^[\]\n]+\]\((?:https?:|mailto:|tel:|[/#])[^\s()]*\)/
const code = /(?<![\p{L}\p{N}`])`[^`\n]+`(?![`\p{L}\p{N}])/u
const stars = /(?<![\p{L}\p{N}*])(\*{1,3})(?=[\p{L}\p{N}])[^*\n]*(?<=[\p{L}\p{N}.!?:])\1(?![\p{L}\p{N}*])/u

/** The first of a text; null when there is none. */
export const findMarkdown = (text: string): string | null => {
  const found = [
    text.includes('](') ? link.exec(text) : null,
    text.includes('`') ? code.exec(text) : null,
    text.includes('*') ? stars.exec(text) : null,
  ]
  return found.find(match => match !== null)?.[0] ?? null
}
