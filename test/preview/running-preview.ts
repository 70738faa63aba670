// `npm start` in a temporary site, as an editor has it: a process, a browser that asks, and Ctrl-C.

import { spawn } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { projectRoot, type SiteFolder } from '../rig/site-folder.ts'

export type RunningPreview = {
  readonly url: string
  /** The page at a path, whatever its status. */
  readonly page: (path: string) => Promise<string>
  /** Asks until the page is as wanted; throws with the last one when it never is. */
  readonly pageWhen: (path: string, isWanted: (page: string) => boolean) => Promise<string>
  readonly output: () => string
  readonly outputWhen: (isWanted: (output: string) => boolean) => Promise<string>
  /** Listens as the script in each page does; what the server has said so far. */
  readonly listen: () => Promise<() => string>
  /** Ctrl-C. The status that the process ended with. */
  readonly interrupt: () => Promise<number | null>
}

/** Far longer than a rebuild takes on the slowest machine. */
const patience = 40_000

const pause = () => new Promise(resolve => setTimeout(resolve, 50))

export const startRunning = async (site: SiteFolder, ...flags: string[]): Promise<RunningPreview> => {
  const child = spawn(process.execPath, ['scripts/run.js', 'start', '--port=0', ...flags], {
    cwd: site.root,
    env: { ...process.env, DATELINE_NOW: '' },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', text => {
      output += text
    })
  }
  const ended = new Promise<number | null>(resolve => child.once('exit', resolve))

  const until = async (look: () => Promise<string>, isWanted: (found: string) => boolean) => {
    const deadline = Date.now() + patience
    for (;;) {
      const found = await look()
      if (isWanted(found)) return found
      if (Date.now() > deadline || child.exitCode !== null)
        throw new Error(`It never came.\n${found}\n--- output\n${output}`)
      await pause()
    }
  }
  const outputWhen = (isWanted: (output: string) => boolean) => until(async () => output, isWanted)
  const started = await outputWhen(text => text.includes('press Ctrl-C'))
  const url = /http:\/\/[\d.:]+/.exec(started)?.[0] ?? ''
  const page = (path: string) => fetchPage(url + path)
  return {
    url,
    page,
    pageWhen: (path, isWanted) => until(() => page(path), isWanted),
    output: () => output,
    outputWhen,
    listen: () => listenAt(url),
    interrupt: () => {
      child.kill('SIGINT')
      return ended
    },
  }
}

/** Not `fetch`: that tells the server that no page is being opened. */
const fetchPage = (url: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const request = get(url, response => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        text += part
      })
      response.on('end', () => resolve(text))
    })
    request.on('error', reject)
  })

/** A WebSocket by hand: what a server says in it is plain text but for a few bytes. */
const listenAt = (url: string): Promise<() => string> =>
  new Promise((resolve, reject) => {
    const headers = {
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': Buffer.from('sixteen bytes on').toString('base64'),
    }
    const request = get(url, { headers })
    request.on('upgrade', (_response, socket) => {
      let heard = ''
      socket.on('data', part => {
        heard += part
      })
      resolve(() => heard)
    })
    request.on('error', reject)
  })

/** Gives a site layouts of its own, so that a test may edit them. */
export const ownLayouts = ({ root }: SiteFolder): void => {
  rmSync(join(root, '_includes'))
  cpSync(join(projectRoot, '_includes'), join(root, '_includes'), { recursive: true })
}
