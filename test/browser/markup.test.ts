// What the Nu Html Checker says of every page of the demonstration.

import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import jar from 'vnu-jar'
import { isInstalled } from '../rig/programs.ts'
import { keptFile } from './rig/kept-folder.ts'

const { english } = inject('sites')

type Message = {
  readonly url: string
  readonly lastLine: number
  readonly message: string
  readonly extract?: string
}

/** Its errors and warnings. It ends with a status of its own when there are any. */
const checkHtml = (paths: readonly string[]): Promise<readonly Message[]> =>
  new Promise((resolve, reject) => {
    const flags = ['-Xss4m', '-jar', jar, '--format', 'json', ...paths]
    execFile('java', flags, { maxBuffer: 2 ** 28 }, (error, _stdout, stderr) => {
      try {
        resolve((JSON.parse(stderr) as { messages: readonly Message[] }).messages)
      } catch {
        reject(error ?? new Error(stderr))
      }
    })
  })

/** Properties of CSS that it does not know yet. Browsers that do not, either, leave them alone. */
const newer = ['scroll-initial-target']

describe('The Nu Html Checker', () => {
  test('finds nothing on any page', async () => {
    if (!isInstalled('java', '-version')) return
    const messages = await checkHtml(english.pages.map(({ file }) => join(english.published, file)))
    const found = messages.map(
      ({ url, lastLine, message, extract = '' }) =>
        `${url.split('/_site/')[1]}:${lastLine} ${message} ${extract}`,
    )
    expect(found.filter(each => !newer.some(property => each.includes(`“${property}”: Property`)))).toEqual(
      [],
    )
  })

  test('would find an element where it may not stand', async () => {
    if (!isInstalled('java', '-version')) return
    const front = readFileSync(join(english.published, 'index.html'), 'utf8')
    const path = keptFile('broken.html')
    writeFileSync(path, front.replace('</main>', '<li>alone</main>'))
    expect((await checkHtml([path])).map(({ message }) => message)).toContainEqual(
      expect.stringContaining('“li”'),
    )
  })
})
