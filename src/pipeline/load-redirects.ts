// The rows of _data/redirects.yaml: read when the file changed, held against the stories, and indexed.

import { indexRedirects, type RedirectChange } from '../archive/index-redirects.ts'
import { errorAt, type Fault, type Location, type Problem } from '../domain/problem.ts'
import { hasQuery, type Redirect } from '../domain/redirect.ts'
import { failure, type Result, success } from '../domain/result.ts'
import { aliasUrl } from '../domain/site-addresses.ts'
import { redirectsFile } from '../domain/site-paths.ts'
import { addressKey } from '../domain/web-address.ts'
import { locateKey } from '../read/locate-field.ts'
import type { NewsroomFiles } from '../read/read-newsroom-files.ts'
import type { SourceFile } from '../read/read-source.ts'
import type { EditedTables } from '../store/tables.ts'
import { readRedirects } from '../validate/site/read-redirects.ts'

type Loaded = {
  readonly changes: readonly RedirectChange[]
  readonly warnings: readonly Problem[]
}

/** Null when there is no such file. */
export type RedirectsRead = { readonly source: SourceFile } & {
  readonly redirects: readonly Redirect[]
}

export const readRedirectsIn = (
  files: Pick<NewsroomFiles, 'redirects'>,
  origin: string,
): Result<RedirectsRead | null, readonly Problem[]> => {
  const source = files.redirects()
  if (!source.ok) return failure([source.fault])
  if (source.value === null) return success(null)
  const read = readRedirects(source.value, origin)
  return read.ok ? success({ source: source.value, ...read.value }) : read
}

/** `tables`: with the addresses of all stories as they are. Fails when one of them has an address of a row. */
export const indexRead = (
  tables: EditedTables,
  read: RedirectsRead | null,
): Result<Loaded, readonly Problem[]> => {
  const redirects = read?.redirects ?? []
  const { taken, moved } = heldAgainstStories(tables, redirects)
  const locate = (path: string, part: 'key' | 'value'): Location =>
    locateKey(read?.source ?? noSource, path, part)
  if (taken.length > 0)
    return failure(taken.slice(0, mostProblems).map(({ path, fault }) => errorAt(locate(path, 'key'), fault)))
  const changes = indexRedirects(tables, redirects)
  const [first] = moved
  const warnings: readonly Problem[] =
    first === undefined ? [] : [{ ...errorAt(locate(first.path, 'value'), first.fault), severity: 'warning' }]
  return success({ changes, warnings })
}

const noSource: SourceFile = { file: redirectsFile, text: '' }

const mostProblems = 50

type RowFault = { readonly path: string; readonly fault: Fault }

const heldAgainstStories = (
  tables: EditedTables,
  redirects: readonly Redirect[],
): { readonly taken: readonly RowFault[]; readonly moved: readonly RowFault[] } => {
  const storyAt = (url: string) => {
    const file = (tables.get('claims', addressKey(url)) ?? []).find(each => each !== redirectsFile)
    return file === undefined ? undefined : tables.get('stories', file)
  }
  const taken: RowFault[] = []
  const moved: RowFault[] = []
  for (const { path, to } of redirects) {
    const owner = hasQuery(path) ? undefined : storyAt(aliasUrl(path))
    if (owner) taken.push({ path, fault: takenBy(path, owner.file) })
    const target = to?.startsWith('/') ? to.replace(/[?#].*$/s, '') : null
    const story = target === null ? undefined : storyAt(aliasUrl(target))
    if (story && target !== null && addressKey(story.url) !== addressKey(aliasUrl(target)))
      moved.push({ path, fault: leadsToAlias(path, target, story.url) })
  }
  return { taken, moved }
}

const takenBy = (path: string, file: string): Fault => ({
  code: 'url-taken',
  message: `${path} is already the address of ${file}`,
  hint: 'remove the row: the story stands there, or leads on from there',
})

const leadsToAlias = (path: string, target: string, url: string): Fault => ({
  code: 'redirect-chain',
  message: `${path} leads to ${target}, which is an old address of a story itself`,
  hint: `write ${url}, where readers end up`,
})
