// The newsroom's own markdown pages, whose fields and text Eleventy shows: nothing in them may be HTML, or a character that no page can show.

import { errorAt, type Fault, type Problem } from '../../domain/problem.ts'
import { isTemplate } from '../../domain/site-paths.ts'
import { leaveOutComments } from '../../markdown/comments.ts'
import { readFrontMatter } from '../../read/read-front-matter.ts'
import type { NewsroomFiles } from '../../read/read-newsroom-files.ts'
import type { SourceFile } from '../../read/read-source.ts'
import { splitFrontMatter } from '../../read/split-front-matter.ts'
import type { BodyFault } from '../body/body-fault.ts'
import { createBodyLocations } from '../body/body-locations.ts'
import { findNestedComments } from '../body/find-comment-faults.ts'
import { findLeftoverFaults } from '../body/find-leftover-faults.ts'
import { findOpenDirections, findRefusedCharacters } from '../body/find-odd-marks.ts'
import { findHtmlShown } from '../body/find-shown-markup.ts'
import { findWordFaults } from '../body/find-word-faults.ts'
import { readBody } from '../body/read-body.ts'
import { findConflictMarkers } from '../find-conflict-markers.ts'
import { faultOfText, htmlInField } from '../text/shown-text.ts'
import { textsIn } from '../texts-in.ts'

export const findPageProblems = ({ otherMarkdown }: NewsroomFiles): readonly Problem[] =>
  otherMarkdown.flatMap(source => {
    const conflicts = findConflictMarkers(source, 'markdown')
    return conflicts.length > 0 || !isTemplate(source.file) ? conflicts : problemsOf(source)
  })

/** Null where there is no front matter that can be read: another check says so, or the file is a part of a page. */
const problemsOf = (source: SourceFile): readonly Problem[] => {
  const front = readFrontMatter(source)
  if (front === null && isProgram(source.text)) return []
  if (front !== null && !front.ok) return []
  const fields = front?.value.value as { readonly templateEngineOverride?: unknown } | null | undefined
  const engine = fields?.templateEngineOverride
  if (typeof engine === 'string' && !/\bmd\b/.test(engine)) return []
  const ofFields = textsIn(fields, texts).flatMap(({ path, text }) => {
    const fault = text === null ? null : faultOfField(text)
    return fault === null || !front ? [] : [errorAt(front.value.locationOf(path, 'value'), fault)]
  })
  return [...ofFields, ...problemsOfBody(source)]
}

/** `---js`: nothing below it is read before somebody has mended that. */
const isProgram = (text: string): boolean => /^---\S/.test(text)

const texts: ReadonlySet<string> = new Set(['title', 'summary', 'description'])

/** Eleventy shows it as it is, with its comments. */
const faultOfField = (text: string): Fault | null =>
  text.includes('<!--') ? htmlInField('<!--') : faultOfText(text)

const problemsOfBody = (source: SourceFile): readonly Problem[] => {
  const body = splitFrontMatter(source.text)?.body ?? source.text
  const read = leaveOutComments(body)
  const locations = createBodyLocations(source, body, read)
  const readText = readBody(read.text)
  const { tokens } = readText
  const others: readonly BodyFault[] = [
    ...findRefusedCharacters(read.text),
    ...findHtmlShown(tokens),
    ...findOpenDirections(tokens),
  ]
  // What a template writes is not known here.
  const isTemplated = /\{[{%]/.test(read.text)
  const faults = isTemplated
    ? others
    : [...others, ...findLeftoverFaults(read.text, tokens), ...findWordFaults(read.text, readText, others)]
  return [
    ...findNestedComments(source, body),
    ...faults.map(({ line, words, severity = 'error', ...fault }) => ({
      ...errorAt(locations.ofLine(line, words), fault),
      severity,
    })),
  ]
}
