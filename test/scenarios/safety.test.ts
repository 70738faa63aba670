// What must not happen, whatever state the folder is in.

import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { takeLock } from '../../src/store/lock.ts'
import { publishInProcess } from '../rig/build-in-process.ts'
import { buildAndKill } from '../rig/killed-build.ts'
import { runInProcess } from '../rig/run-in-process.ts'
import { storyFile, storyText, storyUrl, stringsIn } from '../rig/site-data.ts'
import { createSite, type Files, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'

let site: SiteFolder
afterEach(() => site.dispose())
const newsroom = (files: Files = {}) => {
  site = createSite({ [storyFile]: storyText(), ...files })
}
/** As `npm run build` does, before anything falls due that is said to be held. */
const publish = () => publishInProcess(site, at('2024-10-27T00:00:00Z'))
const command = ['scripts/run.js', 'build']

/** Starts a build beside this process; resolves with its status and what it said. */
const buildMeanwhile = () =>
  new Promise<{ status: number | null; stderr: string }>(resolve => {
    const child = spawn(process.execPath, command, {
      cwd: site.root,
      env: { ...process.env, DATELINE_NOW: '' },
    })
    let stderr = ''
    child.stderr.on('data', text => {
      stderr += text
    })
    child.once('exit', status => resolve({ status, stderr }))
  })

describe('two builds at once', () => {
  test('one publishes, and the other ends with a clear message or follows', async () => {
    newsroom()
    const runs = await Promise.all([buildMeanwhile(), buildMeanwhile(), buildMeanwhile()])
    expect(runs.some(run => run.status === 0)).toBe(true)
    for (const { status, stderr } of runs)
      if (status !== 0) expect(stderr).toContain('another build or preview is running')
    expect(site.read(`_site${storyUrl}index.html`)).toContain('Harbour reopens')
    const made = site.snapshot('_site')
    rmSync(join(site.root, '_site'), { recursive: true })
    expect((await runInProcess(site, 'build')).status).toBe(0)
    expect(made).toEqual(site.snapshot('_site'))
  })

  test('the second waits for the first, says so once, and then builds what is there by then', async () => {
    newsroom()
    await publish()
    const first = await takeLock(join(site.root, '.dateline/lock'))
    const second = runInProcess(site, 'build', '--now=2024-10-27T00:00:00Z', '--wait=100')
    await sleep(400)
    site.write(storyFile, storyText({ title: 'Harbour closes' }))
    await first.release()
    const { status, stderr } = await second
    expect(status).toBe(0)
    expect(stderr.match(/waiting for it, for up to 100 s/g)).toHaveLength(1)
    expect(site.read(`_site${storyUrl}index.html`)).toContain('Harbour closes')
  })

  test.each(['build', 'merge'])('%s does not wait for longer than it is told', async command => {
    newsroom()
    await publish()
    for (const word of ['1/1'])
      await runInProcess(site, 'build', '--now=2024-10-27T00:00:00Z', `--shard=${word}`)
    const first = await takeLock(join(site.root, '.dateline/lock'))
    const { status, stderr } = await runInProcess(site, command, '--wait=0')
    await first.release()
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/^another build or preview is running here [^\n]*\n$/),
    ])
    for (const word of ['', 'long', '-1', '1.5', '1e9'])
      expect(await runInProcess(site, command, `--wait=${word}`), word).toMatchObject({
        status: 2,
        stderr: `--wait is “${word}”; write seconds, such as --wait=600, or --wait=0 not to wait\n`,
      })
  })

  test('what a killed build left behind holds nobody up, not even a process with its number', () => {
    newsroom()
    expect(buildAndKill(site, '2024-11-10T00:00:00Z', 30).signal).toBe('SIGKILL')
    const again = 'echo "process $$ on here" > .dateline/lock/holder; exec node scripts/run.js build'
    expect(site.spawn('sh', ['-c', again]).status).toBe(0)
    site.remove('.dateline/lock')
    expect(site.spawn('sh', ['-c', again.replace('/holder', '')]).status).toBe(0)
  })
})

describe('a story that is taken back', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  )
  const fields = {
    image: '{ src: p.png, alt: A ship, credit: Desk }',
    aliases: '[/old.html, /old/sailors/, /old/mariners]',
  }

  test.each([
    'draft: true',
    'embargo: 2036-01-01T00:00:00Z',
    'withdrawn: { date: 2024-10-25T00:00:00Z, reason: Untrue. }',
  ])('by %s is gone even when nobody remembers what was published', async mark => {
    newsroom({ [storyFile]: storyText(fields) })
    site.writeBytes('content/stories/2024/10/24/p.png', png)
    await publish()
    const pictures = () => Object.keys(site.snapshot('_site')).filter(file => file.startsWith('media/'))
    expect(pictures()).toContainEqual(expect.stringMatching(/^media\/hashed\/2024\/10\/24\/p-\w{8}-1\.avif$/))
    rmSync(join(site.root, '.dateline'), { recursive: true })
    site.write(storyFile, storyText(fields).replace('---\nThe', `${mark}\n---\nThe`))
    await publish()
    const left = site.snapshot('_site')
    expect(pictures()).toEqual([])
    const old = Object.entries(left).filter(([file]) => file.startsWith('old'))
    // They say that it was withdrawn, and no more.
    expect(old.map(([file]) => file)).toEqual(
      mark.startsWith('withdrawn') ? ['old.html', 'old/mariners/index.html', 'old/sailors/index.html'] : [],
    )
    for (const [, text] of old) expect(text).not.toContain('Harbour reopens')
    expect(
      Object.entries(left)
        .filter(([, text]) => text.includes('The first paragraph'))
        .map(([file]) => file),
    ).toEqual([])
  })
})

describe('what an editor put in the way', () => {
  test.each(['world/rss.xml', 'world/2024/10/24/harbour-reopens/index.html'])(
    'a folder at %s: nothing is published',
    async path => {
      newsroom()
      await publish()
      site.remove(`_site/${path}`)
      mkdirSync(join(site.root, '_site', path))
      const before = site.snapshot('_site')
      site.write(storyFile, storyText({ title: 'Harbour closes' }))
      const { status, stderr } = await runInProcess(site, 'build')
      expect(status).toBe(1)
      expect(stderr).toContain(`_site/${path} is a folder, but the site needs a file there`)
      expect(site.snapshot('_site')).toEqual(before)
    },
  )

  test('a file where a folder must be: nothing is published', async () => {
    newsroom({ '_site/topics': 'notes' })
    const { status, stderr } = await runInProcess(site, 'build')
    expect(status).toBe(1)
    expect(stderr).toContain('_site/topics is a file, but the site needs a folder there')
    expect(site.snapshot('_site')).toEqual({ topics: 'notes' })
  })
})

test('a Finnish Monday is no fault, and a Persian month is the right one', async () => {
  const words = { fi: 'en', fa: 'en', th: 'en', hi: 'hi', ar: 'ar' }
  newsroom({
    'content/stories/2024/10/21/a.md': storyText({ date: '2024-10-21T09:30:00+05:30' }),
    ...Object.fromEntries(
      Object.entries(words).map(([to, from]) => [`_data/strings/${to}.yaml`, stringsIn(from)]),
    ),
  })
  for (const language of ['fi', 'fa', 'th', 'hi', 'ar-EG']) {
    site.write(
      '_data/site.yaml',
      site.read('_data/site.yaml').replace(/^language: .*$/m, `language: ${language}`),
    )
    await publish()
    const title = /<title>([^<·]*)/.exec(site.read('_site/2024/10/index.html'))?.[1] ?? ''
    expect(title).toMatch(
      { fi: /lokakuu 2024/, fa: /۲۰۲۴/, th: /2024|๒๐๒๔/, hi: /2024/, 'ar-EG': /٢٠٢٤/ }[language] ?? /^$/,
    )
  }
})

test('a language that Node cannot write is refused: the machine’s would be taken', async () => {
  newsroom()
  site.write('_data/site.yaml', site.read('_data/site.yaml').replace('language: en-IN', 'language: tlh'))
  expect((await runInProcess(site, 'validate')).stdout).toContain('error language-unknown')
})

test('a headline that holds another one, of a held story, is no leak', async () => {
  newsroom({
    'content/stories/2024/10/24/speech.md': storyText({
      title: 'Budget speech in full',
      embargo: '2036-01-01T00:00:00Z',
    }),
    'content/stories/2024/10/24/known.md': storyText({
      title: '"Budget speech in full: what we know"',
      date: '2024-10-24T10:00:00+05:30',
    }),
  })
  const { status, stdout } = await runInProcess(site, 'build')
  expect(status, stdout).toBe(0)
})
