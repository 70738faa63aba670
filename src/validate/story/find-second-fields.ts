// Fields that stand below the fields: a form that was pasted twice, or one of another program. Readers would see them.

import { locationInText, type Problem } from '../../domain/problem.ts'
import type { SourceFile } from '../../read/read-source.ts'

/** `Note: …` between two lines is a note for readers: fields are in small letters. */
const second = /^\s*---[ \t]*\n(?:[a-z][\w-]*[ \t]*:.*\n(?:[ \t]+\S.*\n|- .*\n){0,40}){1,40}---[ \t]*(?:\n|$)/

/** `body`: what stands below the fields, at the end of the file. */
export const findSecondFields = ({ file, text }: SourceFile, body: string): readonly Problem[] => {
  const [found] = second.exec(body) ?? []
  if (found === undefined) return []
  const blank = /^\s*---[ \t]*\n/.exec(found)?.[0].length ?? 0
  const [line = ''] = found.slice(blank).split('\n', 1)
  return [
    {
      code: 'front-matter-repeated',
      severity: 'warning',
      message:
        'fields stand here a second time, below the line --- that ends them: readers would see them as a subhead',
      hint: 'move those that matter up between the two lines ---, and remove the others with their ---',
      location: locationInText(file, text, text.length - body.length + blank, line.length),
    },
  ]
}
