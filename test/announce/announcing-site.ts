// A site whose publishes are announced to a hub and a search engine on this machine.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { isFile, readText } from '../../src/system/files.ts'
import { origin, siteData } from '../rig/site-data.ts'
import { createSite, type Files, type Run, type SiteFolder } from '../rig/site-folder.ts'
import { type Endpoints, startEndpoints } from './endpoints.ts'

const indexNowKey = 'a1b2c3d4-DATELINE'

export type AnnouncingSite = {
  readonly site: SiteFolder
  readonly endpoints: Endpoints
  /** `npm run announce`, while this process answers it. */
  readonly announce: (...flags: readonly string[]) => Announcing
  readonly dispose: () => Promise<void>
}

export type Announcing = { readonly process: ChildProcess; readonly done: Promise<Run> }

/** The site data, with the recipients of announcements. `more`: lines of YAML. */
export const announcingYaml = ({ hub, endpoint }: Endpoints, more = ''): string =>
  `${siteData['_data/site.yaml']}edits: { silent: warning }\nfeeds: { hub: "${hub}" }\nindexNow: { key: ${indexNowKey}, endpoint: "${endpoint}" }\n${more}`

/** `web`: the folder that readers get the site from. */
export const createAnnouncingSite = async (files: Files, web = '_site'): Promise<AnnouncingSite> => {
  const site = createSite(files)
  const endpoints = await startEndpoints(url => {
    const path = decodeURI(url.slice(origin.length))
    const file = join(site.root, web, path.endsWith('/') ? `${path}index.html` : path)
    return isFile(file) ? readText(file) : null
  })
  site.write('_data/site.yaml', announcingYaml(endpoints))
  return {
    site,
    endpoints,
    announce: (...flags) => runNode(site, ['scripts/run.js', 'announce', ...flags]),
    dispose: async () => {
      await endpoints.close()
      site.dispose()
    },
  }
}

export const runNode = ({ root }: SiteFolder, flags: readonly string[]): Announcing => {
  const child = spawn(process.execPath, flags, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', text => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', text => {
    stderr += text
  })
  return { process: child, done: once(child, 'close').then(([status]) => ({ status, stdout, stderr })) }
}

/** The path of each. */
export const pathsOf = (urls: readonly string[]): readonly string[] =>
  urls.map(url => url.slice(origin.length)).sort()
