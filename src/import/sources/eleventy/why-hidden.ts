// Why an Eleventy site made no page of a file, or listed it nowhere; also where nobody can tell by reading.

import { asMap, type Fields, saysNo } from '../../fields/read-fields.ts'
import { hidingFields } from '../program/hiding-fields.ts'
import { nameOf, type Part, partOf, partsOf } from '../program/parse-program.ts'
import type { Cascade } from './data-cascade.ts'
import type { EleventySite } from './eleventy-site.ts'

export const whyHidden = (
  site: EleventySite,
  cascade: Cascade,
  file: string,
  fields: Fields,
): string | null => {
  const { input, isIgnored } = site
  if (input !== '' && !file.startsWith(`${input}/`)) return `the old site was made of what is in ${input}`
  if (/(?:^|\/)_(?:includes|layouts|data)\//.test(file)) return 'it is a part of layouts'
  if (isIgnored(file)) return 'the old site left it out (.eleventyignore or ignores.add)'
  const named = fields.get('permalink')
  const permalink = asMap(named) === null ? named : asMap(named)?.get('build')
  if (permalink !== undefined && permalink !== null && saysNo(permalink))
    return 'its permalink is false, so that it had no page'
  if (isLeftOut(fields.get('eleventyExcludeFromCollections')))
    return 'the old site listed it nowhere (eleventyExcludeFromCollections)'
  const field = site.hidingFields.find(name => saysYes(fields.get(name)))
  if (field !== undefined) return `the old site left out what says “${field}”`
  return site.doubt ?? whyDoubtful(cascade, fields)
}

const saysYes = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !saysNo(value)

/** A list names the lists that it is in no more. */
const isLeftOut = (value: unknown): boolean => (Array.isArray(value) ? value.includes('all') : saysYes(value))

const ofPublishing =
  /^(?:permalink|draft|published|hidden|private|unlisted|status|eleventyExcludeFromCollections)$/

const whyDoubtful = ({ made, open }: Cascade, fields: Fields): string | null => {
  if (open[0] !== undefined) return doubtful(open[0])
  for (const { file, name, part } of made.flatMap(membersOfComputed)) {
    if (!ofPublishing.test(name.replace(/^eleventyComputed\./, ''))) continue
    const hiding = hidingFields(part)
    if (hiding === null) return doubtful(file)
    const field = hiding.find(each => saysYes(fields.get(each)))
    if (field !== undefined) return `the old site left out what says “${field}”`
  }
  return null
}

const doubtful = (file: string): string =>
  `${file} is a program, which the import does not run, so that nobody knows whether the old site showed it`

type Made = Cascade['made'][number]

const membersOfComputed = (made: Made): readonly Made[] => {
  if (made.name !== 'eleventyComputed') return [made]
  if (made.part.type !== 'ObjectExpression') return [{ ...made, name: 'eleventyComputed.permalink' }]
  return partsOf(made.part, 'properties').map(member => ({
    file: made.file,
    name: `eleventyComputed.${nameOf(partOf(member, 'key')) ?? 'permalink'}`,
    part: (partOf(member, 'value') ?? member) satisfies Part,
  }))
}
