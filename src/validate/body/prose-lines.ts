// The lines of a markdown text that are not code between fences.

type ProseLine = { readonly line: number; readonly text: string }

/** `line` counts from 0. */
export const proseLines = (body: string): readonly ProseLine[] => {
  let fence: string | null = null
  return body.split('\n').flatMap((text, line): readonly ProseLine[] => {
    const [, mark, rest] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(text) ?? []
    const isInside = fence !== null
    // Only a bare fence of the same sign ends one.
    if (mark && fence === null) fence = mark
    else if (mark && fence !== null && mark.startsWith(fence) && rest?.trim() === '') fence = null
    return isInside || fence !== null ? [] : [{ line, text }]
  })
}
