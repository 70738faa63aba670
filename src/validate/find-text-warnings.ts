// What the texts of fields hold that readers would hardly be meant to see: template tags, markdown, characters written as in HTML.

import type { Fault, Problem } from '../domain/problem.ts'
import { withoutComments } from '../markdown/comments.ts'
import type { YamlDocument } from '../read/parse-yaml.ts'
import type { SourceFile } from '../read/read-source.ts'
import { findEntity } from './text/find-entity.ts'
import { findLeftovers, mayHaveLeftovers } from './text/find-leftovers.ts'
import { findMarkdown } from './text/find-markdown.ts'
import { findTemplateTag, mayHaveTemplateTags } from './text/find-template-tags.ts'
import { type NamedTexts, textsIn } from './texts-in.ts'

/** Few files hold any of their signs; the texts of the others are not looked at one by one. */
export const findTextWarnings = (
  { text: file }: SourceFile,
  document: YamlDocument,
  named: NamedTexts,
): readonly Problem[] => {
  // Behind the fields the text of a story begins.
  const end = file.startsWith('---') ? file.indexOf('\n---', 3) : -1
  const fields = end === -1 ? file : file.slice(0, end)
  if (!/[&*`]|\]\(/.test(fields) && !mayHaveTemplateTags(fields) && !mayHaveLeftovers(fields)) return []
  return textsIn(document.value, named).flatMap(({ path, text }): readonly Problem[] => {
    const shown = withoutComments(text ?? '')
    const tag = findTemplateTag(shown)
    const entity = findEntity(shown)
    const marks = findMarkdown(shown)
    const faults = [
      ...(tag === null ? [] : [ofTemplate(tag)]),
      ...(entity === null ? [] : [ofEntity(entity)]),
      ...(marks === null ? [] : [ofMarkdown(marks)]),
      ...findLeftovers(shown).map(({ fault }) => fault),
    ]
    const name = path.filter(step => typeof step === 'string').join('.')
    return faults.map(fault => ({
      ...fault,
      message: `${name}: ${fault.message}`,
      severity: 'warning',
      location: document.locationOf(path, 'value'),
    }))
  })
}

const ofTemplate = (tag: string): Fault => ({
  code: 'template-in-text',
  message: `Dateline fills in no templates: readers see ${tag} as it is written`,
  hint: 'remove it, or write what it stands for',
})

const ofMarkdown = (words: string): Fault => ({
  code: 'markdown-in-text',
  message: `readers see ${words} as it is written: a field is no markdown`,
  hint: 'write the words alone; links, code and emphasis belong to the text below the fields',
})

const ofEntity = ({ written, character }: { written: string; character: string }): Fault => ({
  code: 'entity-in-text',
  message: `readers see ${written} as it is written: a field is no HTML`,
  hint: character.trim() === '' ? 'type a blank' : `type the character itself: ${character}`,
})
