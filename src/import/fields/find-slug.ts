// The last part of a story's new address: its old slug, the name of its file, or its title.

import { isDeviceName } from '../../domain/portable-name.ts'
import type { AddNote } from '../report/note.ts'
import { toKey } from '../text/to-key.ts'
import { namesIn } from './file-names.ts'

type Names = { readonly file: string; readonly slug: string | null; readonly title: string }

export const findSlug = ({ file, slug, title }: Names, addNote: AddNote): string => {
  const [fit] = [slug ?? '', namesIn(file).bare, title]
    .map(toKey)
    .filter(key => key !== '' && key !== 'index')
  const short = fit?.slice(0, 120).replace(/-+$/, '')
  if (short !== undefined) return isDeviceName(short) ? `story-${short}` : short
  addNote('Used “story” in the address, as neither name nor title has a Latin letter')
  return 'story'
}
