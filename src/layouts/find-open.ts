// What is opened in a layout or a sheet and never closed, or the other way round, and in which line.

/** Of all tags of one name: "the <div> of line 3 has none". Null when each has its end. */
export const findOpenTag = (html: string, name: string): string | null => {
  const opened: number[] = []
  const plain = html.replace(/<!--[\s\S]*?-->|\{[%{#][\s\S]*?[%}#]\}/g, blank)
  for (const { 1: end, index } of plain.matchAll(new RegExp(`<(/?)${name}(?=[\\s>/])`, 'gi')))
    if (end === '') opened.push(index)
    else if (opened.pop() === undefined) return `that of line ${lineAt(html, index)} closes nothing`
  const [at] = opened
  return at === undefined ? null : `the <${name}> of line ${lineAt(html, at)} has none`
}

/** Browsers leave out all that follows. Null when each brace has its other one. */
export const findOpenBrace = (css: string): string | null => {
  const opened: number[] = []
  const comment = css.replace(/\/\*[\s\S]*?\*\//g, blank).indexOf('/*')
  if (comment !== -1) return `the comment of line ${lineAt(css, comment)} is never closed`
  const plain = css.replace(/\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'/g, blank)
  for (const { 0: brace, index } of plain.matchAll(/[{}]/g))
    if (brace === '{') opened.push(index)
    else if (opened.pop() === undefined) return `the } of line ${lineAt(css, index)} closes nothing`
  const at = opened.at(-1)
  return at === undefined ? null : `the { of line ${lineAt(css, at)} is never closed`
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ')

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length
