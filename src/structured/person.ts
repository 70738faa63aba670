// Somebody who writes for the newsroom, as search engines read it: schema.org's Person.

import type { Site } from '../domain/newsroom.ts'
import type { Link } from '../pages/page-kind.ts'
import type { PersonView } from '../pages/person-view.ts'

/** https://schema.org/Person */
export const personOf = (
  { name, url, role, face, links = [] }: Link & Partial<Pick<PersonView, 'role' | 'face' | 'links'>>,
  site: Site,
): object => {
  const absolute = (path: string) => new URL(path, site.url).href
  return {
    '@type': 'Person',
    name,
    url: absolute(url),
    ...(role ? { jobTitle: role } : {}),
    ...(face ? { image: absolute(face.url) } : {}),
    ...(links.length > 0 ? { sameAs: links.map(link => link.url) } : {}),
  }
}
