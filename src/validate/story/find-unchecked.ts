// A lead picture whose alt text or credit an import has made up, until an editor has looked at it.

import type { Problem } from '../../domain/problem.ts'
import type { YamlDocument } from '../../read/parse-yaml.ts'
import type { FrontMatterFields } from './story-schema.ts'

export const findUnchecked = (
  { imported, image }: FrontMatterFields,
  yaml: YamlDocument,
): readonly Problem[] => {
  if (image === undefined || !imported?.check.includes('image')) return []
  return [
    {
      code: 'picture-unchecked',
      severity: 'warning',
      message: 'the lead picture came without alt text or credit, and the import wrote what it could',
      hint: 'correct image.alt and image.credit, then remove “check” from imported',
      location: yaml.locationOf(['imported', 'check'], 'key'),
    },
  ]
}
