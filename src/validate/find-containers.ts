// The `:::` lines of a story's markdown: one that is misspelt or never closed would swallow the rest of the story.

import { nearMiss } from './near-miss.ts'

/** `line` counts from 0 in the body. */
export type ContainerFault = {
  readonly line: number
  readonly code: string
  readonly message: string
  readonly hint: string
}

const known = ['pullquote']

export const findContainerFaults = (body: string): readonly ContainerFault[] => {
  if (!body.includes(':::')) return []
  const faults: ContainerFault[] = []
  let fence: string | null = null
  let opened: { name: string; line: number } | null = null
  for (const [line, text] of body.split('\n').entries()) {
    const [, mark, rest] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(text) ?? []
    // Only a bare fence of the same sign ends one.
    if (mark && fence === null) fence = mark
    else if (mark && fence !== null && mark.startsWith(fence) && rest?.trim() === '') fence = null
    const container = fence === null ? /^ {0,3}:{3,}[ \t]*(.*?)[ \t]*$/.exec(text) : null
    if (container === null) continue
    const name = container[1] ?? ''
    if (name === '') opened = null
    else if (known.includes(name)) opened = { name, line }
    else faults.push({ line, ...unknown(name) })
  }
  return opened === null ? faults : [...faults, { line: opened.line, ...unclosed(opened.name) }]
}

const unknown = (name: string) => ({
  code: 'container-unknown',
  message: `“::: ${name}” is nothing that a story can hold`,
  hint: nearMiss(name, known) ?? 'write ::: pullquote, or remove the colons',
})

const unclosed = (name: string) => ({
  code: 'container-unclosed',
  message: `“::: ${name}” is never closed, so it would hold the rest of the story`,
  hint: 'add a line ::: behind its last words',
})
