// The YAML at the head of a markdown file, as data, and the markdown below it.

import { errorAt, locationInText, type Problem } from '../domain/problem.ts'
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
  kind: 'story' | 'bulletin',
): Result<FrontedFile, Problem> => {
  const front = splitFrontMatter(source.text)
  if (front === null) return failure(noFrontMatter(source, kind))
  const yaml = parseYaml({ ...source, start: front.yamlStart, yaml: front.yaml })
  return yaml.ok ? success({ yaml: yaml.value, body: front.body }) : yaml
}

const noFrontMatter = ({ file, text }: SourceFile, kind: 'story' | 'bulletin'): Problem =>
  errorAt(
    locationInText(file, text, 0, 3),
    faultOfOpening(text) ?? {
      code: 'front-matter-missing',
      message: text.startsWith('---')
        ? 'the front matter is never closed'
        : `the ${kind} has no front matter: the fields at its top, between two lines ---`,
      hint: 'put the fields at the top of the file, between two lines ---',
    },
  )
