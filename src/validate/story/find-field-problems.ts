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
      'the story cannot be updated before its date',
      'correct date or updated',
    )
  }
  for (const [index, correction] of fields.corrections.entries()) {
    if (correction.date >= fields.date) continue
    report(
      ['corrections', index, 'date'],
      'correction-before-date',
      'the correction is dated before the story',
      'correct one of the two dates',
    )
  }
  if (fields.withdrawn && fields.withdrawn.date < fields.date) {
    report(
      ['withdrawn', 'date'],
      'withdrawn-before-date',
      'the story cannot be withdrawn before its date',
      'correct one of the two dates',
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
        'image.decorative: a decorative picture cannot have words for it',
        'remove alt or decorative',
        ['image', 'decorative'],
        'value',
      )
    : at(
        'image.alt: the picture has no words for readers who cannot see it',
        'add “alt: …” with what it shows, or “decorative: true” if it shows nothing of interest',
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
    const message = `${field}: YAML takes everything from the # on for a comment`
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
          message: 'summary: this is still the placeholder of a new story',
          hint: 'write what happened, or set draft: true',
          location: yaml.locationOf(['summary'], 'value'),
        },
      ]
