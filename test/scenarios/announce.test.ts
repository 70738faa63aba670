// npm run announce: whole commands, a hub and a search engine on this machine.

import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import {
  type AnnouncingSite,
  announcingYaml,
  createAnnouncingSite,
  pathsOf,
  runNode,
} from '../announce/announcing-site.ts'
import type { Asked } from '../announce/endpoints.ts'
import { publishInProcess } from '../rig/build-in-process.ts'
import { runInProcess } from '../rig/run-in-process.ts'
import { origin, siteData, storyFile, storyText, storyUrl } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'

const instant = '2024-10-27T00:00:00Z'
const now = `--now=${instant}`
const cup = 'content/stories/2024/10/23/cup-final.md'
const cupText = storyText({ title: 'Cup final', date: '2024-10-23T20:00:00+05:30', section: 'sport' })
const files = { [storyFile]: storyText(), [cup]: cupText }

const sites: AnnouncingSite[] = []
afterEach(async () => {
  for (const { endpoints, dispose } of sites.splice(0)) {
    const faults = [...endpoints.faults]
    await dispose()
    expect(faults).toEqual([])
  }
})
/** Six feeds: of the site, of breaking news, of the corrections, and of three sections. */
const open = async (web?: string): Promise<AnnouncingSite> => {
  const announcing = await createAnnouncingSite(files, web)
  sites.push(announcing)
  announcing.site.write(
    '_data/site.yaml',
    announcingYaml(announcing.endpoints).replace('hub:', 'formats: [rss], hub:'),
  )
  return announcing
}
const publish = (site: SiteFolder) => publishInProcess(site, at(instant))
const feeds = ['/breaking', '/corrections', '/nation', '', '/sport', '/world'].map(
  front => `${front}/rss.xml`,
)

describe('npm run announce', () => {
  test('without --send prints what it would send, and sends nothing', async () => {
    const { site, endpoints, announce } = await open()
    await publish(site)
    for (let times = 0; times < 2; times += 1) {
      const { status, stdout, stderr } = await announce().done
      expect([status, stderr]).toEqual([0, ''])
      const lines = stdout.trimEnd().split('\n')
      expect(lines.slice(0, feeds.length).sort()).toEqual(
        feeds.map(feed => `would announce ${origin}${feed} to ${endpoints.hub}`).sort(),
      )
      const [first, ...pages] = lines.slice(feeds.length)
      expect(first).toBe(`would announce ${pages.length} pages to ${endpoints.endpoint}`)
      expect(pages).toContain(`  ${origin}${storyUrl}`)
    }
    expect(endpoints.asked).toEqual([])
  })

  test('--send sends it, once', async () => {
    const { site, endpoints, announce } = await open()
    await publish(site)
    const { status, stdout, stderr } = await announce('--send').done
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout.match(/^announced /gm)).toHaveLength(feeds.length + 1)
    expect(pathsOf(endpoints.taken('hub'))).toEqual(feeds)
    expect(pathsOf(endpoints.taken('indexNow'))).toContain(storyUrl)
    const again = { status: 0, stdout: 'nothing new to announce\n', stderr: '' }
    expect(await announce('--send').done).toEqual(again)
    expect(await announce().done).toEqual(again)
    expect(endpoints.asked).toHaveLength(feeds.length + 1)
  })

  test('says what was not announced, with status 1, and announces it the next time', async () => {
    const { site, endpoints, announce } = await open()
    await publish(site)
    endpoints.replyBy(({ urls }) => (urls.includes(`${origin}/sport/rss.xml`) ? { status: 422 } : null))
    const { status, stdout, stderr } = await announce('--send').done
    expect(status).toBe(1)
    expect(stderr).toBe(
      `could not announce ${origin}/sport/rss.xml: ${endpoints.hub} answered 422; check feeds.hub in _data/site.yaml; the next run tries again\n`,
    )
    expect(stdout.match(/^announced /gm)).toHaveLength(feeds.length)
    endpoints.replyBy(() => null)
    expect(await announce('--send').done).toEqual({
      status: 0,
      stdout: `announced ${origin}/sport/rss.xml to ${endpoints.hub}\n`,
      stderr: '',
    })
  })

  test('leaves a hub that wants its rest alone', async () => {
    const { site, endpoints, announce } = await open()
    await publish(site)
    endpoints.replyBy(({ recipient }) =>
      recipient === 'hub' ? { status: 429, headers: { 'Retry-After': '600' } } : null,
    )
    const { status, stdout, stderr } = await announce('--send').done
    expect(status).toBe(1)
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(
        /^could not announce .*: \S+ answered 429 and asks to wait 600 s; the next run tries again$/,
      ),
      `skipped 5 more announcements to ${endpoints.hub}; the next run tries again`,
    ])
    expect(stdout).toMatch(/^announced \d+ pages to \S+\/indexnow$/m)
  })

  test('names removed pages', async () => {
    const { site, announce } = await open()
    await publish(site)
    await announce('--send').done
    site.remove(cup)
    await publish(site)
    expect((await announce().done).stdout).toContain(`${origin}/sport/2024/10/23/cup-final/ (removed)`)
  })

  test('has nothing to announce to where the site names nobody, and says so', async () => {
    const { site, announce } = await open()
    site.write('_data/site.yaml', siteData['_data/site.yaml'])
    await publish(site)
    for (const flags of [[], ['--send']])
      expect(await announce(...flags).done).toEqual({
        status: 0,
        stdout: 'nothing to announce to: set feeds.hub or indexNow in _data/site.yaml\n',
        stderr: '',
      })
  })

  test('has nothing to do before a publish', async () => {
    const { announce } = await open()
    for (const flags of [[], ['--send']])
      expect(await announce(...flags).done).toEqual({
        status: 1,
        stdout: '',
        stderr: 'nothing has been published here yet; run npm run build first\n',
      })
  })

  test('leaves it to the run that is at it', async () => {
    const { site, endpoints, announce } = await open()
    await publish(site)
    let other: Awaited<ReturnType<typeof announce>['done']> | null = null
    endpoints.replyBy(async () => {
      other ??= await announce('--send').done
      return null
    })
    expect((await announce('--send').done).status).toBe(0)
    expect(other).toEqual({
      status: 1,
      stdout: '',
      stderr: 'another run is announcing here; wait until it has finished\n',
    })
    expect(endpoints.asked).toHaveLength(feeds.length + 1)
  })

  test('lets builds through', async () => {
    const { site, endpoints, announce } = await open()
    await publish(site)
    let build: { status: number | null; stdout: string } | null = null
    endpoints.replyBy(async ({ nth, recipient }) => {
      if (recipient === 'hub' && nth === 2) {
        site.write(cup, cupText.replace('Cup final', 'Cup final put off'))
        build = await runNode(site, ['scripts/run.js', 'build', now]).done
      }
      return null
    })
    expect((await announce('--send').done).status).toBe(0)
    expect(build).toMatchObject({ status: 0, stdout: expect.stringContaining(' removed in _site/') })
    endpoints.forget()
    await announce('--send').done
    expect(endpoints.taken('hub')).toContain(`${origin}/sport/rss.xml`)
    expect(endpoints.taken('hub')).not.toContain(`${origin}/nation/rss.xml`)
  })
})

describe('A run that is stopped', () => {
  const one = (urls: readonly string[]) => urls.join(' ')

  test.each<[string, NodeJS.Signals, isAnswered: boolean]>([
    ['before each answer', 'SIGKILL', false],
    ['after each answer', 'SIGKILL', true],
    ['by Ctrl-C', 'SIGINT', false],
  ])('%s has announced nothing that is announced again', async (_when, signal, isAnswered) => {
    const { site, endpoints, announce } = await open()
    await publish(site)
    // At the second request: the first is noted by then.
    let runs = 0
    for (; runs < 20; runs += 1) {
      const running = announce('--send')
      let asked = 0
      endpoints.replyBy(() => {
        asked += 1
        if (asked < 2) return null
        if (isAnswered) setImmediate(() => running.process.kill(signal))
        else running.process.kill(signal)
        return isAnswered ? null : 'silence'
      })
      const { status } = await running.done
      if (status === 0) break
      expect(running.process.signalCode).toBe(signal)
    }
    expect(runs).toBeGreaterThan(2)
    const times = new Map<string, number>()
    for (const { urls } of endpoints.asked) times.set(one(urls), (times.get(one(urls)) ?? 0) + 1)
    expect(times.size).toBe(feeds.length + 1)
    // Only of what was under way then can nobody know whether it was announced.
    expect(Math.max(...times.values())).toBeLessThanOrEqual(2)
    const { taken } = endpoints
    if (!isAnswered)
      for (const recipient of ['hub', 'indexNow'] satisfies Asked['recipient'][])
        expect(new Set(taken(recipient)).size, recipient).toBe(taken(recipient).length)
    // Nothing of it shows in the next build.
    const built = await publish(site)
    expect(built.fullBuildReason).toBeNull()
    expect((await announce('--send').done).stdout).toBe('nothing new to announce\n')
  })
})

describe('Where the site is published in parts', () => {
  test('the machine that has no pages announces what it put into a folder, once it is uploaded', async () => {
    const { site, endpoints, announce } = await open('web')
    const upload = async () => {
      expect((await runInProcess(site, 'build', now, '--changes-only=upload', '--allow-lost')).status).toBe(0)
      cpSync(join(site.root, 'upload/site'), join(site.root, 'web'), { recursive: true })
    }
    await upload()
    expect((await announce('--send').done).stderr).toBe('')
    expect(pathsOf(endpoints.taken('hub'))).toEqual(feeds)
    endpoints.forget()
    site.write(cup, cupText.replace('Cup final', 'Cup final put off'))
    await upload()
    site.remove(storyFile)
    await upload()
    expect((await announce('--send').done).stderr).toBe('')
    expect(pathsOf(endpoints.taken('hub'))).toEqual(['/rss.xml', '/sport/rss.xml', '/world/rss.xml'])
    expect(pathsOf(endpoints.taken('indexNow'))).toEqual(
      expect.arrayContaining(['/', '/sport/2024/10/23/cup-final/', storyUrl]),
    )
    expect(endpoints.taken('hub')).not.toContain(`${origin}/nation/rss.xml`)
    expect((await announce('--send').done).stdout).toBe('nothing new to announce\n')
  })

  test('shares announce nothing before they are merged, and then what one build would', async () => {
    const { site, endpoints, announce } = await open()
    for (const share of ['1/2', '2/2'])
      expect((await runInProcess(site, 'build', now, `--shard=${share}`)).status).toBe(0)
    expect((await announce('--send').done).stderr).toBe(
      'nothing has been published here yet; run npm run build first\n',
    )
    expect((await runInProcess(site, 'merge')).status).toBe(0)
    expect((await announce('--send').done).stderr).toBe('')
    const fullBuildReason = createSite({ ...files, '_data/site.yaml': site.read('_data/site.yaml') })
    await publish(fullBuildReason)
    const { stdout } = await runInProcess(fullBuildReason, 'announce')
    fullBuildReason.dispose()
    expect(stdout.match(/^would announce/gm)).toHaveLength(endpoints.asked.length)
    expect(pathsOf(endpoints.taken('hub'))).toEqual(feeds)
    endpoints.forget()
    site.write(cup, cupText.replace('Cup final', 'Cup final put off'))
    for (const share of ['1/2', '2/2']) await runInProcess(site, 'build', now, `--shard=${share}`)
    expect((await announce('--send').done).stdout).toBe('nothing new to announce\n')
    expect((await runInProcess(site, 'merge')).status).toBe(0)
    await announce('--send').done
    expect(pathsOf(endpoints.taken('hub'))).toEqual(['/rss.xml', '/sport/rss.xml'])
  })
})
