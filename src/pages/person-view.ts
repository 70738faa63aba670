// A person of people.yaml as pages show them.

import type { Person, SiteData } from '../domain/newsroom.ts'
import { frontUrl } from '../domain/site-addresses.ts'
import type { Story } from '../domain/story.ts'
import { type PictureView, viewOfFace } from '../pictures/picture-view.ts'

export type PersonView = Pick<Person, 'name' | 'role' | 'bio' | 'email' | 'links' | 'fediverse'> & {
  /** Of the front of what they wrote. */
  readonly url: string
  readonly face: PictureView | null
}

export const personView = ({
  key,
  picture,
  name,
  role,
  bio,
  email,
  links,
  fediverse,
}: Person): PersonView => ({
  ...{ name, role, bio, email, links, fediverse },
  url: frontUrl({ of: 'byline', key }),
  face: picture && viewOfFace(picture),
})

/** The authors of a story of whom there is more to say than their name. */
export const authorsOf = ({ authors }: Story, { people }: SiteData): readonly PersonView[] =>
  authors
    .flatMap(author => people.get(author) ?? [])
    .filter(({ role, picture, links }) => role !== null || picture !== null || links.length > 0)
    .map(personView)

/** Of the first author; null where they show none. */
export const faceOf = ({ authors: [first = ''] }: Story, { people }: SiteData): PictureView | null => {
  const picture = people.get(first)?.picture
  return picture ? viewOfFace(picture) : null
}
