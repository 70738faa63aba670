// A file of an Astro site as a story: its old address, and whether it was public.

import { asText } from '../../fields/read-fields.ts'
import type { OldStory } from '../archive-source.ts'
import type { AstroSite } from './astro-site.ts'

export const astroStory = (site: AstroSite, file: string, front: OldStory): OldStory => {
  const fields = new Map(front.fields)
  const [root, folder, named, ...path] = file.split('/')
  const isInCollection = root === 'src' && folder === 'content' && path.length > 0
  const [collection, inside] = [isInCollection ? named : undefined, path.join('/')]
  const address =
    collection === undefined
      ? pageAddress(file)
      : storyAddress(site, collection, inside, asText(fields.get('slug')))
  const notPublic = whyHidden(site, file, collection)
  // Here it is no address, but a field like any other.
  fields.delete('url')
  return {
    ...front,
    fields,
    ...(notPublic !== null && { notPublic }),
    ...(address !== null && { ownAddress: site.basePath + address }),
  }
}

const whyHidden = (site: AstroSite, file: string, collection: string | undefined): string | null => {
  const hidden = file.split('/').find(name => name.startsWith('_'))
  if (hidden !== undefined) return `the old site made no page of what is called ${hidden}`
  if (!site.folders.some(folder => file.startsWith(`${folder}/`)))
    return 'it lies outside of the folders that the old site was made of'
  return collection === undefined || site.isNamed(collection)
    ? null
    : `no page of the old site shows the collection ${collection}`
}

const pageAddress = (file: string): string | null => {
  const path = /^src\/pages\/(.+)\.\w+$/.exec(file)?.[1]
  return path === undefined ? null : `/${path}/`.replace(/\/index\/$/, '/')
}

/** By the id that Astro makes of a file's path. Null where no page of the site tells. */
const storyAddress = (
  { routes }: AstroSite,
  collection: string,
  inside: string,
  slug: string | null,
): string | null => {
  const route = routes.get(collection)
  const id = inside
    .replace(/\.\w+$/, '')
    .split('/')
    .map(idOf)
    .join('/')
    .replace(/\/index$/, '')
  return route === undefined ? null : `${route}${slug ?? id}/`
}

const idOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-')
