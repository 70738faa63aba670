// Gives a story another address or another file; readers who have the old address are led on.

import { stateAt } from '../../domain/lifecycle.ts'
import { success } from '../../domain/result.ts'
import { aliasUrl } from '../../domain/site-addresses.ts'
import { readStoryFile } from '../../domain/site-paths.ts'
import { addressKey } from '../../domain/web-address.ts'
import { slugSyntaxOf } from '../../validate/slug-syntax.ts'
import type { FieldEdit } from '../propose-splices.ts'
import { type EditedStory, named, type PlanEdit, refuse } from '../story-edit.ts'

type NewNames = {
  readonly slug?: string | undefined
  readonly section?: string | undefined
  /** With its ending or without. */
  readonly file?: string | undefined
}

export const rename =
  (newNames: NewNames): PlanEdit =>
  edited => {
    const { section, file } = newNames
    const { story, fields, site } = edited
    const { isSlug, advise, otherWay } = slugSyntaxOf(site)
    const name = file?.replace(/\.md$/, '').normalize('NFC')
    const slug = newNames.slug?.normalize('NFC')
    if (name !== undefined && !isSlug(name))
      return refuse(
        `--file is “${file}”; write its new name in the same folder, of lower-case letters, digits and hyphens, such as --file=${advise(name) ?? 'harbour-reopens'}${otherWay(name)}`,
        'call',
      )
    const newSlug = slug ?? ('slug' in fields ? story.slug : (name ?? story.slug))
    const url = `/${section ?? story.section}/${story.day.replaceAll('-', '/')}/${newSlug}/`
    const isSameFile = name === undefined || name === readStoryFile(story.file)?.name.normalize('NFC')
    if (url === story.url && isSameFile)
      return refuse(
        `${named(story)} has this name already: ${url}; if it was changed by hand, and readers know the old address, write that into its aliases`,
      )
    return success({
      fields: [
        ...(slug === undefined || slug === story.slug ? [] : [set('slug', slug)]),
        ...(section === undefined || section === story.section ? [] : [set('section', section)]),
        ...aliasesFor(edited, url),
      ],
      ...(isSameFile ? {} : { name }),
      ...(url === story.url ? {} : { newSlug }),
      notes: notesOn(edited, url, isSameFile),
    })
  }

const set = (field: string, value: string | readonly string[]): FieldEdit => ({ kind: 'set', field, value })

const isKnown = ({ story, now }: EditedStory): boolean => ['live', 'withdrawn'].includes(stateAt(story, now))

/** A story that goes back to an old address stands there itself. */
const aliasesFor = (edited: EditedStory, url: string): readonly FieldEdit[] => {
  const { story } = edited
  if (url === story.url) return []
  const isOther = (alias: string) => addressKey(aliasUrl(alias)) !== addressKey(url)
  const kept = story.aliases.filter(isOther)
  const old = isKnown(edited) ? [story.url] : []
  if (kept.length < story.aliases.length) return [set('aliases', [...kept, ...old])]
  return old.map(value => ({ kind: 'append', field: 'aliases', value }))
}

const notesOn = (edited: EditedStory, url: string, isSameFile: boolean): readonly string[] => {
  const { story } = edited
  const moved =
    url === story.url
      ? []
      : [`It is at ${url} from the next build on${isKnown(edited) ? `; ${story.url} leads there` : ''}.`]
  const feeds = isSameFile
    ? []
    : [
        'Feeds know a story by the name of its file: whoever has it from a feed sees it there once more, as a new one. To change its address alone, write --slug in the place of --file.',
      ]
  return [...moved, ...(isKnown(edited) ? feeds : [])]
}
