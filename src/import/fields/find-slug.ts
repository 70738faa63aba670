// The last part of a story's new address: its old slug, the name of its file, or its title.

import type { AddNote } from '../report/note.ts'
import { toKey } from '../text/to-key.ts'
import { namesIn } from './file-names.ts'

type Names = { readonly file: string; readonly slug: string | null; readonly title: string }

export const findSlug = ({ file, slug, title }: Names, addNote: AddNote): string => {
  const [fit] = [slug ?? '', namesIn(file).bare, title]
    .map(toKey)
    .filter(key => key !== '' && key !== 'index')
  if (fit !== undefined) return fit.slice(0, 120).replace(/-+$/, '')
  addNote('Used “story” in the address, as neither name nor title has a Latin letter')
  return 'story'
}
