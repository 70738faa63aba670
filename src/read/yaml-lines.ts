// The lines of a YAML that its parser complains of, each with what stands before its value.

/** The parser's complaint. `firstLine`: the line of the file that the YAML begins on. */
export type Complaint = {
  readonly yaml: string
  readonly firstLine: number
  readonly position: number
  readonly reason: string
}

/** A line of the YAML: `head` is all before its value, such as `title: `. */
export type Line = {
  readonly text: string
  readonly start: number
  readonly number: number
  readonly head: string
  readonly value: string
}

/** From the line of the fault back to the first. */
export const linesBefore = ({ yaml, position, firstLine }: Complaint): readonly Line[] => {
  let start = 0
  const lines = yaml.split('\n').flatMap((text, index): Line[] => {
    const at = start
    start += text.length + 1
    if (at > position) return []
    const [, head = '', value = ''] = withValue.exec(text) ?? []
    return [{ text, start: at, number: firstLine + index, head, value }]
  })
  return lines.reverse()
}

const withValue = /^(\s*(?:- +)*(?:[\w-]+:[ \t]+|(?<=- +)))(\S.*?)\s*$/
