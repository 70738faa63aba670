// Line breaks of HTML in markdown: a backslash at the end of a line, and only where another line of the same text follows.

/** Of a break at the end of a text, and of those between two, a backslash would be left that readers see. */
export const keepHardBreaks = (markdown: string): string => {
  if (!/\\(?:\n|$)/.test(markdown)) return markdown
  const lines = markdown.split('\n')
  let fence: string | null = null
  const breaks = lines.map(line => {
    const mark = /^[\s>]*(?:[-*+]\s+|\d+\.\s+)?(`{3,}|~{3,})/.exec(line)?.[1]
    if (mark !== undefined && (fence === null || mark === fence)) fence = fence === null ? mark : null
    return fence === null && mark === undefined && /(?<!\\)(?:\\\\)*\\$/.test(line)
  })
  const isText = (at: number) =>
    /[^\s>\\]/.test((lines[at] ?? '').replace(/^[\s>]*(?:[-*+]|\d+\.)?(?:\s|$)/, ''))
  const isBlank = (line: string | undefined) => /^[\s>]*$/.test(line ?? '')
  const kept: string[] = []
  for (const [at, line] of lines.entries()) {
    const isLost = isBlank(line) && isBlank(kept.at(-1)) && breaks[at - 1] === true
    if (isLost) continue
    if (!breaks[at] || (isText(at) && isText(at + 1))) kept.push(line)
    else if (isText(at) || !isBlank(kept.at(-1))) kept.push(line.slice(0, -1).trimEnd())
  }
  return kept.join('\n')
}
