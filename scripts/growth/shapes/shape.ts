// What a hostile shape is, and what its texts are made of.

/** Files of a site, made of about `size` bytes. */
export type Shape = {
  readonly name: string
  readonly filesOf: (size: number) => Readonly<Record<string, string | Uint8Array>>
}

export const storyFolder = 'content/stories/2024/10/24'
export const storyFile = `${storyFolder}/growing.md`

export const head = `title: Harbour reopens after the storm
date: 2024-10-24T09:30:00+05:30
summary: Ships move again at noon, says the harbour master, after two days.
section: nation`

export const storyText = (body: string, fields = ''): string =>
  `---\n${head}\n${fields}${fields.endsWith('\n') || fields === '' ? '' : '\n'}---\n${body}\n`

export const storyOf = (body: string, fields = ''): Readonly<Record<string, string>> => ({
  [storyFile]: storyText(body, fields),
})

/** `part` again and again, each with its number, up to about `size` bytes. */
export const repeated = (size: number, part: (index: number) => string): string => {
  const parts: string[] = []
  for (let length = 0, index = 0; length < size; index++) {
    const next = part(index)
    parts.push(next)
    length += next.length
  }
  return parts.join('')
}

export const countOf = (size: number, each: number): number => Math.max(1, Math.floor(size / each))

/** A text of `part` again and again between words. */
export const inText = (name: string, part: (index: number) => string): Shape => ({
  name,
  filesOf: size => storyOf(`The port is shut.\n\n${repeated(size, part)}\n`),
})

export const sentence = 'The port of Velikara closes at six this evening, and nine shelters are open. '

/** A second later each. */
export const instant = (n: number): string => {
  const time = new Date(Date.UTC(2024, 9, 24, 4, 0, 0) + 1000 * (n % 60_000))
  return time.toISOString().replace('.000Z', 'Z')
}
