// A published folder on loopback, as a network would serve it: with its `_headers`, and compressed.

import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { isFile } from '../../../src/system/files.ts'
import { headersFor, type Network } from '../../hosting/networks.ts'

const types: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.vtt': 'text/vtt; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.xml': 'application/xml; charset=utf-8',
}

export type Served = {
  /** "http://127.0.0.1:40123". */
  readonly origin: string
  readonly close: () => void
}

export const serveFolder = async (folder: string, network: Network): Promise<Served> => {
  const rules = readFileSync(join(folder, '_headers'), 'utf8')
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const wanted = path.endsWith('/') ? `${path}index.html` : path
    const isThere = !wanted.startsWith('/_') && isFile(join(folder, wanted))
    const file = isThere ? wanted : '/404.html'
    const type = types[extname(file)] ?? 'application/octet-stream'
    const bytes = isFile(join(folder, file)) ? readFileSync(join(folder, file)) : Buffer.from('not found')
    const isText = /text|json|xml|svg/.test(type)
    response.writeHead(isThere ? 200 : 404, {
      'content-type': type,
      ...(isText ? { 'content-encoding': 'br', vary: 'accept-encoding' } : {}),
      ...headersFor(network, rules, path),
    })
    response.end(isText ? brotliCompressSync(bytes) : bytes)
  })
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
