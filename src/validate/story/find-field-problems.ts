// What must hold between a story's fields.

import { placeholderLeft, placeholderSummary } from '../../domain/placeholder.ts'
import { errorAt, type Fault, type Problem } from '../../domain/problem.ts'
import type { YamlPath } from '../../read/find-node.ts'
import type { YamlDocument } from '../../read/parse-yaml.ts'
import type { FrontMatterFields } from './story-schema.ts'

export const findFieldProblems = (fields: FrontMatterFields, yaml: YamlDocument): readonly Problem[] => [
  ...wrongDates(fields).map(({ path, fault }) => errorAt(yaml.locationOf(path, 'value'), fault)),
  ...wrongAlt(fields, yaml),
  ...wrongSummary(fields, yaml),
]

type FaultOfField = { readonly path: YamlPath; readonly fault: Fault }

const wrongDates = ({
  date,
  updated,
  corrections,
  withdrawn,
}: FrontMatterFields): readonly FaultOfField[] => [
  ...(updated !== undefined && updated < date ? [{ path: ['updated'], fault: updatedEarly }] : []),
  ...corrections.flatMap((correction, index) =>
    correction.date < date ? [{ path: ['corrections', index, 'date'], fault: correctedEarly }] : [],
  ),
  ...(withdrawn && withdrawn.date < date ? [{ path: ['withdrawn', 'date'], fault: withdrawnEarly }] : []),
]

const updatedEarly: Fault = {
  code: 'updated-before-date',
  message: 'the story cannot be updated before its date',
  hint: 'correct date or updated',
}

const correctedEarly: Fault = {
  code: 'correction-before-date',
  message: 'the correction is dated before the story',
  hint: 'correct one of the two dates',
}

const withdrawnEarly: Fault = {
  code: 'withdrawn-before-date',
  message: 'the story cannot be withdrawn before its date',
  hint: 'correct one of the two dates',
}

/** WCAG 2.2, 1.1.1: every picture has words for those who cannot see it, unless it says nothing. */
const wrongAlt = ({ image }: FrontMatterFields, yaml: YamlDocument): readonly Problem[] => {
  if (image === undefined || ((image.alt || '') === '') === image.decorative) return []
  return image.decorative
    ? [errorAt(yaml.locationOf(['image', 'decorative'], 'value'), decorativeWithWords)]
    : [errorAt(yaml.locationOf(['image', 'alt'], 'key'), withoutWords)]
}

const decorativeWithWords: Fault = {
  code: 'picture-alt',
  message: 'image.decorative: a decorative picture cannot have words for it',
  hint: 'remove alt or decorative',
}

const withoutWords: Fault = {
  code: 'picture-alt',
  message: 'image.alt: the picture has no words for readers who cannot see it',
  hint: 'add “alt: …” with what it shows, or “decorative: true” if it shows nothing of interest',
}

const wrongSummary = ({ draft, summary }: FrontMatterFields, yaml: YamlDocument): readonly Problem[] =>
  draft || summary !== placeholderSummary
    ? []
    : [errorAt(yaml.locationOf(['summary'], 'value'), placeholderLeft('summary'))]
