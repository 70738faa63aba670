// A server of files that knows nothing of a site, such as those of storage, of object stores and of python -m http.server.

import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { askPort, type RealServer } from './real-server.ts'

/** Decodes a path once and looks for the file; a folder without its last slash leads to the one with it. */
export const startPlainServer = async (folder: string): Promise<RealServer> => {
  const server = createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?')
    const file = join(folder, decodeURIComponent(path))
    const isFolder = existsSync(file) && statSync(file).isDirectory()
    const page = isFolder ? join(file, 'index.html') : file
    if (isFolder && !path.endsWith('/')) response.writeHead(301, { location: `${path}/` }).end()
    else if (!existsSync(page)) response.writeHead(404).end()
    else response.writeHead(200).end(readFileSync(page))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    ask: askPort(port),
    stop: () => new Promise(resolve => server.close(() => resolve())),
  }
}
