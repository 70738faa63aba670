// A story that an editor names in another file: by its address, by an old one, or by its path below content/stories/.

import { aliasUrl } from '../domain/site-addresses.ts'
import { isStory, storyFolder } from '../domain/site-paths.ts'
import type { Story } from '../domain/story.ts'
import { addressKey, decodePath, parseUrl } from '../domain/web-address.ts'
import type { Tables } from '../store/tables.ts'

/** "/world/2024/10/24/talks/", the same with the site's origin, "2024/10/24/talks", or the file. */
export const fileOfNamedStory = (name: string, tables: Tables): string | null => {
  const { file, address } = readName(name)
  if (tables.get('stories', file) !== undefined) return file
  return (tables.get('claims', address) ?? []).find(isStory) ?? null
}

/** What the name could mean: rows by these keys say who names a story. */
export const meaningsOfName = (name: string): readonly string[] => {
  const { file, address } = readName(name)
  return [file, address]
}

/** All that can name the story. */
export const namesOfStory = ({ file, url, aliases }: Story): readonly string[] => [
  file,
  ...[url, ...aliases.map(aliasUrl)].map(addressKey),
]

const readName = (name: string): { readonly file: string; readonly address: string } => {
  const path = decodePath((parseUrl(name)?.pathname ?? name).replace(/[?#].*$/s, ''))
  const inFolder = path.startsWith(`${storyFolder}/`) ? path : `${storyFolder}/${path.replace(/^\//, '')}`
  return {
    file: inFolder.endsWith('.md') ? inFolder : `${inFolder}.md`,
    address: addressKey(path.startsWith('/') ? path : `/${path}`),
  }
}
