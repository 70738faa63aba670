// nginx and Caddy themselves, on loopback, with the configuration that a site's own command prints.

import { type ChildProcess, spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { type ClientRequestArgs, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from './free-port.ts'
import { isInstalled } from './programs.ts'
import type { SiteFolder } from './site-folder.ts'

export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Buffer
}

export type RealServer = {
  /** `path` goes to the server as it is, letter by letter. */
  readonly ask: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>
  readonly stop: () => Promise<void>
}

export type RealServerName = 'nginx' | 'caddy'

const brotliModule = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'

/** Whether it is on this machine; see `isInstalled`. */
export const hasServer = (name: RealServerName): boolean =>
  isInstalled(name, name === 'nginx' ? '-v' : 'version')

const hasBrotliModule = (): boolean => {
  if (existsSync(brotliModule)) return true
  const message = 'nginx has no module brotli_static, so this test has tested nothing; .ci/run installs it'
  if (process.env.CI) throw new Error(message)
  console.warn(`\n*** ${message} ***\n`)
  return false
}

/** Whether it is on this machine with all that it takes to send both compressed copies. */
export const hasCompressingServer = (name: RealServerName): boolean =>
  hasServer(name) && (name === 'caddy' || hasBrotliModule())

/** What `server-config` is told of a server that has it. */
export const compressing = (name: RealServerName): readonly string[] => (name === 'nginx' ? ['--brotli'] : [])

/** Throws what the server says when it does not take the configuration. `flags` go to the command. */
export const startServer = async (
  name: RealServerName,
  site: SiteFolder,
  ...flags: readonly string[]
): Promise<RealServer> => {
  const port = await freePort()
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dateline-server-')))
  const listen = name === 'nginx' ? `127.0.0.1:${port}` : `http://127.0.0.1:${port}`
  const config = join(folder, 'site.conf')
  const made = site.run('server-config', name, `--listen=${listen}`, `--to=${config}`, ...flags)
  if (made.status !== 0) throw new Error(made.stdout + made.stderr)
  const child = name === 'nginx' ? spawnNginx(folder, config) : spawnCaddy(folder, config)
  const said: string[] = []
  child.stderr?.on('data', chunk => said.push(String(chunk)))
  const ended = new Promise<void>(resolve => child.on('close', () => resolve()))
  const ask = askPort(port)
  const stop = async () => {
    child.kill()
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  for (const deadline = Date.now() + 20_000; ; await sleep(50)) {
    const isThere = await ask('/').then(
      () => true,
      () => false,
    )
    if (isThere) break
    if (child.exitCode === null && Date.now() < deadline) continue
    await stop()
    throw new Error(`${name} does not start:\n${said.join('')}`)
  }
  return { ask, stop }
}

/** On loopback. */
export const askPort =
  (port: number): RealServer['ask'] =>
  (path, headers = {}) =>
    fetchPlainly({ host: '127.0.0.1', port, path, headers: { connection: 'close', ...headers } })

const spawnNginx = (folder: string, config: string): ChildProcess => {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map(what => `  ${what}_temp_path ${folder}/${what};`)
    .join('\n')
  const isRoot = process.getuid?.() === 0
  const main = `${existsSync(brotliModule) ? `load_module ${brotliModule};` : ''}
${isRoot ? 'user root;' : ''}
daemon off;
worker_processes 1;
pid ${folder}/pid;
error_log stderr warn;
events { }
http {
  access_log off;
${temporary}
  include ${config};
}
`
  writeFileSync(join(folder, 'nginx.conf'), main)
  return spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

const spawnCaddy = (folder: string, config: string): ChildProcess => {
  writeFileSync(join(folder, 'Caddyfile'), `{\n\tadmin off\n}\n${readFileSync(config, 'utf8')}`)
  mkdirSync(join(folder, 'data'))
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: join(folder, 'data'), XDG_CONFIG_HOME: folder }
  return spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

/** Node's fetch would spell paths anew and unpack what is compressed. */
const fetchPlainly = (options: ClientRequestArgs): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = request(options, response => {
      const chunks: Buffer[] = []
      response.on('data', chunk => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers as Answer['headers'],
          body: Buffer.concat(chunks),
        }),
      )
    })
    asked.on('error', reject)
    asked.setTimeout(10_000, () => asked.destroy(new Error('the server does not answer')))
    asked.end()
  })
