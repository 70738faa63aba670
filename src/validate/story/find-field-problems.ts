// What must hold between a story's fields.

import { placeholderSummary } from '../../domain/placeholder.ts'
import type { Problem } from '../../domain/problem.ts'
import type { YamlDocument } from '../../read/parse-yaml.ts'
import type { FrontMatterFields } from './story-schema.ts'

export const findFieldProblems = (fields: FrontMatterFields, yaml: YamlDocument): readonly Problem[] => [
  ...crossChecks(fields, yaml),
  ...lackingAlt(fields, yaml),
  ...cutTexts(yaml),
  ...placeholders(fields, yaml),
]

const crossChecks = (fields: FrontMatterFields, yaml: YamlDocument): Problem[] => {
  const problems: Problem[] = []
  const report = (path: (string | number)[], code: string, message: string, hint: string) =>
    problems.push({ code, severity: 'error', message, hint, location: yaml.locationOf(path, 'value') })
  if (fields.updated !== undefined && fields.updated < fields.date) {
    report(
      ['updated'],
      'updated-before-date',
      'the story was updated before it was published',
      'mend date or updated',
    )
  }
  for (const [index, correction] of fields.corrections.entries()) {
    if (correction.date >= fields.date) continue
    report(
      ['corrections', index, 'date'],
      'correction-before-date',
      'the correction is older than the story',
      'mend its date',
    )
  }
  if (fields.withdrawn && fields.withdrawn.date < fields.date) {
    report(
      ['withdrawn', 'date'],
      'withdrawn-before-date',
      'the story was withdrawn before it was published',
      'mend its date',
    )
  }
  return problems
}

/** WCAG 2.2, 1.1.1: every picture has words for those who cannot see it, unless it says nothing. */
const lackingAlt = ({ image }: FrontMatterFields, yaml: YamlDocument): readonly Problem[] => {
  if (image === undefined || ((image.alt || '') === '') === image.decorative) return []
  const at = (message: string, hint: string, path: string[], part: 'key' | 'value'): readonly Problem[] => [
    { code: 'picture-alt', severity: 'error', message, hint, location: yaml.locationOf(path, part) },
  ]
  return image.decorative
    ? at(
        'image.decorative: a picture with words for it does not only decorate',
        'remove alt or decorative',
        ['image', 'decorative'],
        'value',
      )
    : at(
        'image.alt: the picture has no words for those who cannot see it',
        'write “alt: …” with what it shows; or “decorative: true” if it tells nothing',
        ['image', 'alt'],
        'key',
      )
}

/** To YAML a # behind a blank begins a comment: "Team is #1 again" would be published as "Team is". */
const cutTexts = (yaml: YamlDocument): Problem[] =>
  ['title', 'summary', 'dateline'].flatMap((field): Problem[] => {
    const location = yaml.locationOf([field], 'value')
    const rest = location.text.slice(location.column - 1 + location.length)
    if (!/^\s+#/.test(rest)) return []
    const message = `${field}: everything from the # on would be left out`
    return [
      {
        code: 'text-cut',
        severity: 'error',
        message,
        hint: 'put the text in "double quotes"',
        location: location,
      },
    ]
  })

const placeholders = (fields: FrontMatterFields, yaml: YamlDocument): Problem[] =>
  fields.draft || fields.summary !== placeholderSummary
    ? []
    : [
        {
          code: 'placeholder-left',
          severity: 'error',
          message: 'summary: these are still the words that a new story begins with',
          hint: 'write what happened, or set draft: true',
          location: yaml.locationOf(['summary'], 'value'),
        },
      ]
