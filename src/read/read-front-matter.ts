// The YAML at the head of a markdown file, as data, and the markdown below it.

import { errorAt, type Fault, locationInText, type Problem } from '../domain/problem.ts'
import { failure, type Result, success } from '../domain/result.ts'
import { parseYaml, type YamlDocument } from './parse-yaml.ts'
import type { SourceFile } from './read-source.ts'
import { faultOfOpening, splitFrontMatter } from './split-front-matter.ts'

/** Null for a file without front matter; fails where this is no YAML. */
export const readFrontMatter = (source: SourceFile): Result<YamlDocument, Problem> | null => {
  const front = splitFrontMatter(source.text)
  return front && parseYaml({ ...source, start: front.yamlStart, yaml: front.yaml })
}

type FrontedFile = { readonly yaml: YamlDocument; readonly body: string }

/** Of a file that must have front matter. */
export const requireFrontMatter = (
  source: SourceFile,
  kind: 'story' | 'bulletin' | 'front',
): Result<FrontedFile, Problem> => {
  const front = splitFrontMatter(source.text)
  if (front === null) return failure(noFrontMatter(source, kind))
  const yaml = parseYaml({ ...source, start: front.yamlStart, yaml: front.yaml })
  return yaml.ok ? success({ yaml: yaml.value, body: front.body }) : yaml
}

const noFrontMatter = ({ file, text }: SourceFile, kind: 'story' | 'bulletin' | 'front'): Problem => {
  const odd = oddMark(text)
  if (odd !== null) return errorAt(locationInText(file, text, odd.at, odd.length), odd.fault)
  return errorAt(
    locationInText(file, text, 0, 3),
    faultOfOpening(text) ?? {
      code: 'front-matter-missing',
      message: text.startsWith('---')
        ? 'the front matter is never closed'
        : `the ${kind} has no front matter: the fields at its top, between two lines ---`,
      hint: 'put the fields at the top of the file, between two lines ---',
    },
  )
}

/** An empty line before the first ---, a mark of other programs, or the dashes that a word processor makes of it. */
const oddMark = (text: string): { at: number; length: number; fault: Fault } | null => {
  const code = 'front-matter-missing'
  const other = otherMark(text)
  if (other !== null) return { ...other, fault: { code, ...other.fault } }
  const [blank] = /^\s+(?=---[ \t]*\n)/.exec(text) ?? []
  if (blank !== undefined)
    return {
      at: blank.length,
      length: 3,
      fault: {
        code,
        message: 'empty lines stand before the first ---, which must be the first line of the file',
        hint: 'remove the empty lines and blanks above it and before it',
      },
    }
  const dashes = (text.startsWith('---') ? /^-{0,2}[–—][–—-]*[ \t]*$/m : /^-{0,2}[–—][–—-]*[ \t]*$/).exec(
    text.startsWith('---') ? text : (text.split('\n', 1)[0] ?? ''),
  )
  if (dashes === null) return null
  const mark = dashes[0].trim()
  return {
    at: dashes.index,
    length: mark.length,
    fault: {
      code,
      message: `${mark} is no --- to Dateline`,
      hint: 'write ---, three hyphens and nothing else in the line',
    },
  }
}

type Mark = { at: number; length: number; fault: Pick<Fault, 'message' | 'hint'> }

const threeHyphens = 'write ---, three hyphens and nothing else in the line'

/** `+++` of TOML, `----`, and what else stands where the fields end. */
const otherMark = (text: string): Mark | null => {
  const [first = ''] = text.split('\n', 1)
  if (/^\+{3}\s*$/.test(first)) {
    const message = 'between lines +++ stands TOML, which Dateline does not read'
    return { at: 0, length: 3, fault: { message, hint: 'write --- for +++, and title: "…" for title = "…"' } }
  }
  if (/^-{4,}\s*$/.test(first)) {
    const { length } = first.trim()
    return {
      at: 0,
      length,
      fault: { message: `${length} hyphens are no --- to Dateline`, hint: threeHyphens },
    }
  }
  const end = /^---[ \t]*$/.test(first)
    ? /^(?:--|-{4,}|\.{3}|\*{3,}|_{3,}|={3,})[ \t]*$/m.exec(text.slice(4))
    : null
  if (end === null) return null
  const mark = end[0].trim()
  return {
    at: end.index + 4,
    length: mark.length,
    fault: { message: `${mark} does not end the fields that began at the first ---`, hint: threeHyphens },
  }
}
