// The sections of a Hugo site, as their _index files make them: names for addresses, fields for the pages below, bundles.

import { posix } from 'node:path'
import { readFrontMatter } from '../../fields/read-front-matter.ts'
import type { Archive } from '../archive.ts'
import { type Cascade, readCascade } from './cascade.ts'
import { type ContentFile, contentFileOf, pageNameOf } from './content-file.ts'
import type { HugoSite } from './hugo-site.ts'

export type Sections = {
  /** Those with a file of their own: "en:news/2020". */
  readonly keys: ReadonlySet<string>
  /** Folders of the deepest section that a page lies in. */
  readonly namesOf: (page: ContentFile) => readonly string[]
  /** Those that reach a page, the nearest first. */
  readonly cascadesOf: (page: ContentFile) => readonly Cascade[]
  /** Why a file below a page's own folder was no page; null for others. */
  readonly bundleOf: (page: ContentFile) => string | null
}

export const findSections = ({ files, read }: Pick<Archive, 'files' | 'read'>, site: HugoSite): Sections => {
  const cascades = new Map<string, readonly Cascade[]>()
  const leaves = new Set<string>()
  for (const { file } of files) {
    if (!/(?:^|\/)_?index(?:\.[\w-]+)?\.(?:md|markdown|html?)$/i.test(file)) continue
    const content = contentFileOf(file, site)
    if (content === null) continue
    if (content.name === 'index') leaves.add(content.folders.join('/'))
    else if (content.name === '_index') cascades.set(keyOf(content), cascadeIn(read(file)))
  }
  return {
    keys: new Set(cascades.keys()),
    namesOf: page => {
      const { folders } = pageNameOf(page)
      const deepest = folders.findLastIndex((_, index) =>
        cascades.has(keyOf({ ...page, folders: folders.slice(0, index + 1) })),
      )
      return folders.slice(0, Math.max(1, deepest + 1))
    },
    cascadesOf: page => {
      const { folders: above, name } = pageNameOf(page)
      const path = posix.join('/', ...above, name)
      const nearestFirst = [...above.keys(), above.length].map(steps => above.slice(0, above.length - steps))
      return nearestFirst
        .flatMap(folders => cascades.get(keyOf({ ...page, folders })) ?? [])
        .concat(site.cascades)
        .filter(({ reaches }) => reaches({ path, language: page.language }))
    },
    bundleOf: ({ folders, name }) => {
      const above = folders.map((_, index) => folders.slice(0, index + 1).join('/'))
      const inside = name === 'index' ? above.slice(0, -1) : above
      const leaf = inside.find(folder => leaves.has(folder))
      return leaf === undefined ? null : `it is a part of the page ${leaf}: the old site made no page of it`
    },
  }
}

const keyOf = ({ language, folders }: Pick<ContentFile, 'language' | 'folders'>): string =>
  `${language}:${folders.join('/')}`

/** A section that cannot be read may hide all below it. */
const cascadeIn = (text: ReturnType<Archive['read']>): readonly Cascade[] => {
  const front = text.ok ? readFrontMatter(text.value, () => {}) : text
  if (!front.ok) return readCascade('unclear')
  const cascade = [...front.value.fields].find(([name]) => name.toLowerCase() === 'cascade')?.[1]
  return readCascade(cascade)
}
