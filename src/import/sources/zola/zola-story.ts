// A page of a Zola site as a story: its date, its old addresses, its links to other files, and whether it was public.

import { failure, type Result, success } from '../../../domain/result.ts'
import { asText, asTexts, type Fields, saysNo } from '../../fields/read-fields.ts'
import type { AddNote } from '../../report/note.ts'
import { lostAddress } from '../../report/old-addresses.ts'
import type { OldStory } from '../archive-source.ts'
import { pageWithoutDate } from '../page-without-date.ts'
import { type ZolaPage, zolaAddress, zolaAlias } from './zola-address.ts'
import type { ZolaSite } from './zola-site.ts'

type Surroundings = {
  readonly site: ZolaSite
  /** Why nothing in the folder was shown, or null. */
  readonly hiddenFolder: string | null
  /** The old address of a file that a link names, "blog/pier.md"; null for one that is not there. */
  readonly addressOf: (file: string) => string | null
}

export const zolaStory = (
  page: ZolaPage,
  front: OldStory,
  { site, hiddenFolder, addressOf }: Surroundings,
  addNote: AddNote,
): Result<OldStory, string> => {
  const fields = new Map(front.fields)
  const address = zolaAddress(page, fields, site)
  const isNamed = fields.has('path')
  const hidden = hiddenFolder ?? whyHidden(fields)
  const date = fields.get('date') ?? page.day ?? dayInPath(address, addNote)
  if (date === null) {
    if (hidden !== null) return failure(`the old site did not show it (${hidden}), and it has no date`)
    if (address !== null) addNote(lostAddress.isOfPage, address)
    return failure(pageWithoutDate)
  }
  if (address === null && hidden === null)
    addNote('Its old address is not known: add it to its aliases', page.name, 'editor')
  fields.set('date', date)
  fields.set(
    'aliases',
    asTexts(fields.get('aliases'), null).map(alias => zolaAlias(alias, site)),
  )
  for (const name of ['path', 'url', 'permalink', 'render', 'weight', 'template', 'in_search_index'])
    fields.delete(name)
  if (isNamed && address !== null) fields.set('permalink', address)
  if (page.language !== site.defaultLanguage) fields.set('language', page.language)
  return success({
    ...front,
    fields,
    body: withAddresses(front.body, addressOf),
    folders: page.folders,
    ...(hidden !== null && { notPublic: hidden }),
    ...(!isNamed && address !== null && { ownAddress: address }),
  })
}

const whyHidden = (fields: Fields): string | null => {
  const render = fields.get('render')
  if (render === undefined || render === true) return null
  return saysNo(render)
    ? 'it says “render = false”: the old site made no page of it'
    : `its field render says “${asText(render) ?? ''}”, so that nobody knows whether it was shown`
}

/** Some sites have their dates in their addresses only. */
const dayInPath = (address: string | null, addNote: AddNote): string | null => {
  const day = /\/(\d{4})\/(\d{2})\/(\d{2})\//.exec(address ?? '')
  if (day === null) return null
  addNote('Used the date in the address', address ?? '')
  return day.slice(1).join('-')
}

/** `@/blog/pier.md` is a file of the content. */
const withAddresses = (body: string, addressOf: Surroundings['addressOf']): string =>
  body.replace(
    /(\]\([ \t]*<?|^[ \t]*\[[^\]\n]+\]:[ \t]*<?)@\/([^)\s>#]+)/gm,
    (written, before: string, file: string) => {
      const address = addressOf(file)
      return address === null ? written : `${before}${address}`
    },
  )
