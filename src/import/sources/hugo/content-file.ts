// Where a file stands in the content of a Hugo site: its language, its folders, its name, and what Hugo makes of it.

import type { HugoSite } from './hugo-site.ts'

export type ContentFile = {
  readonly language: string
  /** Folders below the content. */
  readonly folders: readonly string[]
  /** Without language and ending; of a bundle, "index" or "_index". */
  readonly name: string
}

/** Null for a file outside of the content. */
export const contentFileOf = (file: string, site: HugoSite): ContentFile | null => {
  const below = (source: string) => (source === '' ? file : file.slice(source.length + 1))
  const mount = site.mounts.find(
    ({ source, takes }) => (source === '' || file.startsWith(`${source}/`)) && takes(below(source)),
  )
  if (mount === undefined) return null
  const inside = below(mount.source)
  const steps = [...mount.target.split('/').filter(Boolean), ...inside.split('/')]
  const bare = (steps.pop() ?? '').replace(/\.[^.]+$/, '')
  const [, before = bare, ending = ''] = /^(.+)\.([^.]+)$/.exec(bare) ?? []
  const named = site.languages.includes(ending.toLowerCase())
  return {
    language: named ? ending.toLowerCase() : (mount.language ?? site.defaultLanguage),
    folders: steps,
    name: named ? before : bare,
  }
}

/** What stands for a page in addresses: its own name, or that of its bundle's folder. */
export const pageNameOf = ({ folders, name }: ContentFile): { folders: readonly string[]; name: string } =>
  name === 'index' ? { folders: folders.slice(0, -1), name: folders.at(-1) ?? '' } : { folders, name }
