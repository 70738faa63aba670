import { symlinkSync } from 'node:fs'
import { get, type IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDoor, createToken } from '../../src/preview/door.ts'
import { type PreviewServer, serve } from '../../src/preview/serve.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'

const token = createToken()
const door = createDoor('8080', token)
const cookie = `dateline-8080=${token}`

let site: SiteFolder
let server: PreviewServer
beforeEach(async () => {
  site = createSite({ '_site/index.html': '<h1>A draft</h1>', 'secret.txt': 'a secret' })
  symlinkSync(join(site.root, 'secret.txt'), join(site.root, '_site/link.txt'))
  const shown = { trouble: null, keptBack: [], isBuilt: true, served: null }
  server = await serve(join(site.root, '_site'), 0, () => shown, {
    own: (_request, response) => response.end('the bar'),
    page: null,
    door,
  })
})
afterEach(async () => {
  await server.close()
  site.dispose()
})

type Answer = {
  readonly status: number | undefined
  readonly text: string
  readonly headers: IncomingHttpHeaders
}

const ask = (path: string, headers: Record<string, string> = {}) =>
  new Promise<Answer>((resolve, reject) => {
    const request = get({ host: '127.0.0.1', port: server.port, path, headers }, response => {
      let text = ''
      response.on('data', part => {
        text += part
      })
      response.on('end', () => resolve({ status: response.statusCode, text, headers: response.headers }))
    })
    request.on('upgrade', (_response, socket) => {
      socket.destroy()
      resolve({ status: 101, text: '', headers: {} })
    })
    request.on('error', reject)
  })

const socket = {
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': Buffer.from('sixteen bytes on').toString('base64'),
}

test('A token is long, and never the same', () => {
  expect(token).toMatch(/^[\w-]{32}$/)
  expect(createToken()).not.toBe(token)
})

test('Whoever has the address comes in, and the token leaves the address', async () => {
  const { status, text, headers } = await ask(`/world/${door.query}&page=2`)
  expect([status, text, headers.location]).toEqual([302, '', '/world/?page=2'])
  expect(headers['set-cookie']).toEqual([`${cookie}; HttpOnly; SameSite=Lax; Path=/`])
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
  expect(await ask('/', { Cookie: `other=1; ${cookie}` })).toMatchObject({ status: 200 })
  expect(await ask('/', { Cookie: cookie, Host: '192.168.1.7:8080' })).toMatchObject({ status: 200 })
  expect(await ask('/', { Cookie: cookie, ...socket })).toMatchObject({ status: 101 })
})

test('The way in leads to no other host', async () => {
  const { headers } = await ask(`//evil.example/${door.query}`)
  expect(headers.location ?? '').not.toMatch(/^\/\/|evil.example.*:/)
})

const paths = [
  '/',
  '/nowhere/',
  '/link.txt',
  '/.11ty/reload-client.js',
  '/.preview/bar.js',
  '/?token=',
  '/?token=x',
]

test.each(paths)('Without the token %s says nothing, not even to this machine', async path => {
  for (const headers of [{}, { Cookie: 'dateline-8080=' }, { Cookie: `dateline-8080=${token}x` }, socket]) {
    const { status, text } = await ask(path, headers as Record<string, string>)
    expect(status).toBe(403)
    expect(text).not.toMatch(/draft|bar|secret/)
  }
})

test('A page of another site that asks with the cookie is told nothing', async () => {
  expect(await ask('/', { Cookie: cookie, Origin: 'http://evil.example' })).toMatchObject({ status: 403 })
  expect(await ask('/', { Cookie: cookie, Host: 'a; script-src *' })).toMatchObject({ status: 403 })
})

test('Drafts are kept by nobody, and a link in the folder does not lead out of it', async () => {
  expect((await ask('/', { Cookie: cookie })).headers).toMatchObject({
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex',
    'referrer-policy': 'no-referrer',
  })
  const { status, text } = await ask('/link.txt', { Cookie: cookie })
  expect([status, text]).toEqual([404, 'Not found'])
})
