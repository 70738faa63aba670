// The imports and exports that stand between the paragraphs of MDX: https://mdxjs.com/docs/what-is-mdx/#esm

import type { AddNote } from '../../report/note.ts'
import { type CodeRange, codeAt } from '../../text/find-code.ts'
import { nameOf, parseProgram, partOf, partsOf } from '../program/parse-program.ts'

type Split = {
  readonly text: string
  /** Paths of imported files, by the names that they have in the text. */
  readonly pictures: ReadonlyMap<string, string>
}

/** A program may have blank lines, but not many. */
const mostParagraphs = 20

export const splitProgram = (body: string, code: readonly CodeRange[], addNote: AddNote): Split => {
  const pictures = new Map<string, string>()
  let text = ''
  let at = 0
  for (const begin of body.matchAll(/^(?:import|export)\b(?=[\s{*"'])/gm)) {
    const start = begin.index
    const isBlockStart = start === 0 || /\n[ \t]*\n$/.test(body.slice(Math.max(0, start - 200), start))
    if (start < at || (!isBlockStart && body.slice(at, start).trim() !== '') || codeAt(code, start) !== null)
      continue
    const end = endOfProgram(body, start)
    if (end === null) continue
    for (const [name, path] of importsIn(body.slice(start, end))) pictures.set(name, path)
    text += body.slice(at, start)
    at = end
    addNote('Removed imports and exports of MDX, which are a program')
  }
  return { text: text + body.slice(at), pictures }
}

/** The first blank line that what stands before it is a program up to; null for words that only begin so. */
const endOfProgram = (body: string, start: number): number | null => {
  const blank = /\n[ \t]*(?=\n)|$/g
  blank.lastIndex = start
  for (let paragraph = 0; paragraph < mostParagraphs; paragraph++) {
    const end = blank.exec(body)?.index ?? body.length
    if (parseProgram(body.slice(start, end)) !== null) return end
    if (end >= body.length) return null
    blank.lastIndex = end + 1
  }
  return null
}

const importsIn = (text: string): readonly (readonly [string, string])[] =>
  partsOf(parseProgram(text) ?? { type: 'Program', start: 0, end: 0 }, 'body').flatMap(statement => {
    const path = statement.type === 'ImportDeclaration' ? nameOf(partOf(statement, 'source')) : null
    const [first] = partsOf(statement, 'specifiers').filter(each => each.type === 'ImportDefaultSpecifier')
    const name = first === undefined ? null : nameOf(partOf(first, 'local'))
    return path === null || name === null ? [] : [[name, path] as const]
  })
