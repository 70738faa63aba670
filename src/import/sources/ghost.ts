// An export of Ghost, with its library, routes.yaml and redirects beside it where they came along. Its texts are HTML.

import { join } from 'node:path'
import { failure } from '../../domain/result.ts'
import { parseUrl } from '../../domain/web-address.ts'
import { isZone } from '../../time/is-zone.ts'
import { readDataFile } from '../fields/read-data-file.ts'
import { asMap, type Fields } from '../fields/read-fields.ts'
import type { Archive } from './archive.ts'
import type { ArchiveEntry, ArchiveSource } from './archive-source.ts'
import { ghostPages } from './ghost/old-pages.ts'
import { librariesIn, ownAddressesIn } from './ghost/own-files.ts'
import { hadAddress, whyNotPublic } from './ghost/post-state.ts'
import { type GhostExport, ghostExportIn } from './ghost/read-export.ts'
import { redirectsIn } from './ghost/read-redirects.ts'
import { type GhostRoutes, readRoutes } from './ghost/read-routes.ts'
import { isGhostExport } from './ghost/read-tables.ts'
import { storyOfPost } from './ghost/story-of-post.ts'
import { noSettings, type OldSettings } from './old-settings.ts'
import { otherFiles, skipped } from './other-files.ts'
import { sourceOfHtml } from './source-of-html.ts'

const entries = (archive: Archive): readonly ArchiveEntry[] => {
  const exported = ghostExportIn(archive)
  const { files, items, broken } = exported
  const ownAddress = ownAddressesIn(archive, files)
  const { addressOf, file: routesFile } = routesIn(archive, exported)
  const redirects = redirectsIn(archive)
  const posts = items.map((item): ArchiveEntry => {
    const { name, post, sameIn } = item
    if (sameIn !== null) return skipped(name, `it stands in ${sameIn}, too`)
    const hidden = whyNotPublic(item, exported)
    const isShown = hidden !== null || addressOf(post) !== null
    const notPublic = isShown ? hidden : 'no collection of routes.yaml showed it'
    const address = hadAddress(item) ? addressOf(post) : null
    const aliases = address === null ? [] : redirects.leadingTo(address)
    return {
      kind: 'story',
      file: name,
      read: addNote => storyOfPost(post, { ownAddress, notPublic, aliases }, addNote),
    }
  })
  return [
    ...posts,
    ...broken.map(({ file, fault }): ArchiveEntry => ({ kind: 'story', file, read: () => failure(fault) })),
    ...otherFiles(
      archive,
      new Set([...files, ...(routesFile ?? []), ...redirects.files]),
      librariesIn(archive),
    ),
  ]
}

const zoneOf = ({ setting }: GhostExport): string | null => {
  const zone = setting('timezone', 'activeTimezone', 'active_timezone')
  return zone !== null && isZone(zone) ? zone : null
}

/** Of an export that names the addresses of its posts. */
const originOf = ({ items }: GhostExport): string | null =>
  items.map(({ post }) => parseUrl(post.text('url'))?.origin).find(origin => origin !== undefined) ?? null

const routesIn = (
  archive: Archive,
  exported: GhostExport,
): GhostRoutes & { readonly file: readonly string[] | null; readonly routes: Fields | null } => {
  const file = archive.files.map(({ file }) => file).find(file => /(?:^|\/)routes\.ya?ml$/.test(file))
  const routes = file === undefined ? null : asMap(readDataFile(join(archive.root, file)))
  const read = readRoutes(routes, exported.setting('permalinks'), zoneOf(exported) ?? 'UTC')
  return { ...read, routes, file: file === undefined ? null : [file] }
}

const settings = (archive: Archive): OldSettings => {
  const exported = ghostExportIn(archive)
  const { addressOf, remarks, faults } = routesIn(archive, exported)
  const addresses = new Map(
    exported.items.flatMap(item => {
      const address = hadAddress(item) && item.sameIn === null ? addressOf(item.post) : null
      return address === null ? [] : [[item.name, address] as const]
    }),
  )
  return {
    ...noSettings,
    file: exported.files.join(', '),
    zone: zoneOf(exported),
    origin: originOf(exported),
    ownAddress: ({ file }) => addresses.get(file) ?? null,
    addresses: remarks,
    faults: [...faults, ...exported.faults, ...redirectsIn(archive).faults],
  }
}

export const ghost: ArchiveSource = {
  ...sourceOfHtml,
  hasExactTimes: true,
  name: 'an export of Ghost',
  detect: archive => (archive.files.some(({ file }) => isGhostExport(archive, file)) ? 'certain' : 'no'),
  entries,
  settings,
  redirects: archive => redirectsIn(archive).rows,
  pages: (archive, stories) => {
    const exported = ghostExportIn(archive)
    const perPart = Number(exported.setting('posts_per_page', 'postsPerPage'))
    const shown = new Set(stories.map(({ file }) => file))
    return ghostPages({
      posts: exported.items.filter(({ name }) => shown.has(name)).map(({ post }) => post),
      ...{ stories, routes: routesIn(archive, exported).routes, perPart: perPart > 0 ? perPart : null },
    })
  },
}
