// Addresses live for ever: those of sections and of redirects that would lead nowhere, by an edit of the site data.

import type { Content } from '../archive/content.ts'
import type { SiteData } from '../domain/newsroom.ts'
import { errorAt, type Fault, locationOfFile, type Problem } from '../domain/problem.ts'
import { hasQuery, keyOfRow, type Redirect } from '../domain/redirect.ts'
import { aliasUrl, feedUrl, frontUrl } from '../domain/site-addresses.ts'
import { dataFiles, redirectsFile } from '../domain/site-paths.ts'
import type { Plan } from '../plan/plan.ts'
import { locateKey } from '../read/locate-field.ts'
import { readSource } from '../read/read-source.ts'
import { outputKey, outputPathOf } from '../store/output.ts'
import { lostCode } from './handed-over.ts'
import { leadsOn } from './lost-addresses.ts'
import type { Published } from './published.ts'

/** Costs the rows that changed; of a full build all of them. `plan`: of the content, as something else may stand there now. */
export const lostAddressesOfSite = (
  content: Content,
  { pages, copies }: Pick<Plan, 'pages' | 'copies'>,
  published: Published,
): readonly Problem[] => {
  const rows = rowsThatWent(content, published)
  // Sections change in a full build alone.
  const data = content.before === null ? published.data() : null
  if (rows.length === 0 && data === null) return []
  const made = new Set([...pages.map(({ output }) => output), ...copies.map(({ to }) => to)].map(outputKey))
  const isLost = (url: string) => !made.has(outputKey(outputPathOf(url))) && !leadsOn(url, content)
  return [...(data === null ? [] : lostSections(content, data, isLost)), ...lostRows(rows, content, isLost)]
}

type IsLost = (url: string) => boolean

const rowsThatWent = ({ before, redirects, tables }: Content, published: Published): readonly Redirect[] => {
  if (before !== null)
    return redirects.flatMap(change => (change.after === null ? (change.before ?? []) : []))
  const kept = new Set((tables.get('redirects', 'all') ?? []).map(({ path }) => path))
  return (published.tables.get('redirects', 'all') ?? []).filter(({ path }) => !kept.has(path))
}

const lostSections = ({ newsroom, root }: Content, data: SiteData, isLost: IsLost): readonly Problem[] => {
  const [before, after] = [data, newsroom].map(({ sections }) => sections.map(({ key }) => key))
  const gone = before?.filter(key => !after?.includes(key)) ?? []
  const added = after?.filter(key => !before?.includes(key)) ?? []
  const successor = gone.length === 1 && added.length === 1 ? added[0] : undefined
  const { formats } = data.site.feeds
  return gone.flatMap((key): readonly Problem[] => {
    const front = frontUrl({ of: 'section', key })
    const lost = [front, ...formats.map(format => feedUrl(front, format))].filter(isLost)
    if (lost.length === 0) return []
    const source = successor === undefined ? null : readSource(root, dataFiles.sections)
    const location =
      successor !== undefined && source?.ok
        ? locateKey(source.value, successor, 'key')
        : locationOfFile(dataFiles.sections)
    return [errorAt(location, sectionGone(key, successor, lost))]
  })
}

/** A row in another spelling is the same to servers: without a query it claims the same address. */
const lostRows = (rows: readonly Redirect[], { tables }: Content, isLost: IsLost): readonly Problem[] => {
  const known = rows.some(({ path }) => hasQuery(path)) ? (tables.get('redirects', 'all') ?? []) : []
  const queries = new Set(known.map(({ path }) => keyOfRow(path)))
  const isGone = (path: string) => (hasQuery(path) ? !queries.has(keyOfRow(path)) : isLost(aliasUrl(path)))
  const lost = rows.filter(({ path, to }) => to !== null && isGone(path))
  const [first] = lost
  if (first === undefined) return []
  const location = locationOfFile(redirectsFile)
  return lost.length < many
    ? lost.map(row => errorAt(location, rowGone(row)))
    : [errorAt(location, rowsGone(first, lost.length))]
}

/** From so many on, a list is a wall. */
const many = 6

const sectionGone = (key: string, successor: string | undefined, lost: readonly string[]): Fault => {
  const [first = '', second] = lost
  const feeds = second === undefined ? '' : ` and its feeds, such as ${second},`
  const rowOf = (url: string) =>
    successor === undefined ? `“${url}: gone”` : `“${url}: ${url.replace(`/${key}/`, `/${successor}/`)}”`
  const rows = [first, ...(second === undefined ? [] : [second])].map(rowOf).join(', ')
  return {
    code: lostCode,
    message: `readers and their programs know the section “${key}” at ${first}${feeds} which would lead nowhere`,
    hint: `a section that only gets another name keeps its key: write “${key}: { name: … }”; or write ${rows}${lost.length > 2 ? ' and so on' : ''} into ${redirectsFile}${successor === undefined ? ', or the addresses where they lead now' : ''}; or build with --allow-lost`,
  }
}

const rowGone = ({ path, to }: Redirect): Fault => ({
  code: lostCode,
  message: `${path} led to ${to} until now, and would lead nowhere: its row is gone`,
  hint: `put the row back into ${redirectsFile}: “${path}: ${to}”; or build with --allow-lost`,
})

const rowsGone = ({ path, to }: Redirect, count: number): Fault => ({
  code: lostCode,
  message: `${count} old addresses led on until now, such as ${path}, and would lead nowhere: their rows are gone`,
  hint: `put the rows back into ${redirectsFile}, such as “${path}: ${to}”; or build with --allow-lost`,
})
