// Archives that moved into one new site: imported, published with no hand between, and asked over loopback as readers would.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { printProblems } from '../../src/domain/print-problems.ts'
import { percentEncoded } from '../../src/hosting/redirect-rules.ts'
import { readTargetSite } from '../../src/import/read-target-site.ts'
import type { ImportReport, ReportedFile } from '../../src/import/report/import-report.ts'
import { oldAddressesIn } from '../../src/import/report/old-addresses.ts'
import { attemptBuild } from '../rig/build-in-process.ts'
import { startPlainServer } from '../rig/plain-server.ts'
import { hasServer, type RealServer, type RealServerName, startServer } from '../rig/real-server.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'
import { importFolder } from './archive-on-disk.ts'

export type MovedSite = {
  readonly site: SiteFolder
  readonly reports: readonly ImportReport[]
  /** What kept the site from being published; empty when it is. */
  readonly errors: string
}

/** `build` publishes the site, and says what is wrong. */
export const moveIn = async (
  folders: readonly string[],
  zone: string,
  build: (site: SiteFolder) => Promise<string>,
): Promise<MovedSite> => {
  const site = createSite()
  const reports = folders.map(from => {
    const target = readTargetSite(site.root)
    return importFolder(from, site.root, { zone, site: target, section: 'world' }).report
  })
  return { site, reports, errors: await build(site) }
}

/** Without a process of its own: for small sites, whose pages need no threads. */
export const buildHere = async (site: SiteFolder): Promise<string> => {
  const built = await attemptBuild(site, at('2026-01-01T00:00:00Z'))
  return built.ok ? '' : printProblems(built.fault)
}

export const buildByCommand = async (site: SiteFolder): Promise<string> => {
  const { status, stdout, stderr } = site.run('build', '--no-search', '--now=2026-01-01T00:00:00Z')
  return status === 0 ? '' : `status ${status} ${stdout}${stderr}`
}

/** Each with a server that it starts: one of plain files, and those that are on this machine. */
export const servers: readonly (readonly [
  name: string,
  start: (site: SiteFolder) => Promise<RealServer | null>,
])[] = [
  ['plain files', ({ root }) => startPlainServer(join(root, '_site'))],
  ...(['nginx', 'caddy'] as const).map(name => [name, (site: SiteFolder) => startReal(name, site)] as const),
]

const startReal = async (name: RealServerName, site: SiteFolder): Promise<RealServer | null> =>
  hasServer(name) ? await startServer(name, site) : null

type End = { readonly status: number; readonly path: string }

/** Where readers end up who ask for an address. */
const follow = async ({ ask }: RealServer, address: string): Promise<End> => {
  let path = percentEncoded(address)
  for (let hops = 0; hops < 5; hops++) {
    const { status, headers, body } = await ask(path)
    const next =
      status === 301
        ? headers.location
        : /<meta http-equiv="refresh" content="0; url=([^"]*)">/.exec(body.toString('utf8'))?.[1]
    if (next === undefined) return { status, path }
    if (/^https?:/.test(next)) return { status: 200, path: next }
    path = percentEncoded(next)
  }
  return { status: 508, path }
}

/** The addresses of an archive that are not what the report says of them. */
export const wrongAddresses = async (
  server: RealServer,
  report: ImportReport,
  { root }: SiteFolder,
): Promise<readonly string[]> => {
  const wrong: string[] = []
  const check = async (address: string, isRight: (end: End) => boolean) => {
    const end = await follow(server, address)
    if (!isRight(end)) wrong.push(`${address} → ${end.status} ${end.path}`)
  }
  for (const item of report.files)
    for (const address of item.addresses)
      await check(address, ({ status, path }) =>
        isPublic(item) ? status === 200 && path === pageOf(item, root) : status === 404,
      )
  for (const [from, to] of report.redirects.rows)
    await check(from, ({ status }) => (to === 'gone' ? [200, 410].includes(status) : status === 200))
  for (const address of report.redirects.asBefore) await check(address, ({ status }) => status === 200)
  return wrong
}

/** How many addresses the report has an answer for. */
export const addressesIn = (report: ImportReport): ReadonlySet<string> =>
  new Set(
    [
      ...report.files.flatMap(({ addresses }) => addresses),
      ...report.redirects.rows.map(([from]) => from),
      ...report.redirects.asBefore,
      ...oldAddressesIn(report).lost.map(({ address }) => address),
    ].map(address => decodeURI(address)),
  )

const isPublic = ({ story, draftReason }: ReportedFile): boolean => story !== null && draftReason === null

/** The address of an item's story. */
export const pageOf = ({ story }: ReportedFile, root: string): string => {
  const [, section] = /^section: (.*)$/m.exec(readFileSync(join(root, story ?? ''), 'utf8')) ?? []
  return percentEncoded(`/${section}/${(story ?? '').replace(/^content\/stories\/|\.md$/g, '')}/`)
}
