// Nobody's mistake stops the others: a page of the newsroom's own with problems stays as it was published last.

import { afterEach, describe, expect, test } from 'vitest'
import { commitIn } from '../rig/git-site.ts'
import { runInProcess } from '../rig/run-in-process.ts'
import { storyText } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'

const [about, contact] = ['content/pages/about.md', 'content/pages/contact.md']
const [harbour, tide] = ['content/stories/2024/10/24/harbour.md', 'content/stories/2024/10/24/tide.md']
const page = (title: string, body: string) => `---\ntitle: ${title}\nsummary: What this is.\n---\n${body}\n`
const aboutText = page('About us', 'Who we are, {{ site.name }}.')
const sound = { [harbour]: storyText({ title: 'The harbour reopens' }), [about]: aboutText }
const tideText = storyText({ title: 'The tide turns', date: '2024-10-24T12:30:00+05:30' })

let site: SiteFolder
afterEach(() => site.dispose())

const build = (...flags: string[]) => runInProcess(site, 'build', '--now=2024-10-25T12:00:00+05:30', ...flags)

describe('A mistake in a page of the newsroom’s own', () => {
  test.each<[string, string | Buffer, string]>([
    ['HTML in its text', page('About', 'Who we <b>are</b>.'), ':5:8 error html-in-text'],
    ['fields that cannot be read', '---\ntitle: [About\n---\nWho.\n', ' error yaml-syntax'],
    ['a field of a story', page('About\nembargo: tomorrow', 'Who.'), ' error story-misplaced'],
    ['a link that leads nowhere', page('About', 'See [us](/us/).'), ' error link-broken'],
    [
      'a tag of a template that is not closed',
      page('About', 'Who {% if site %} we.'),
      ' error page-not-made',
    ],
    ['a layout that there is not', page('About\nlayout: layouts/none.njk', 'Who.'), ' error page-not-made'],
    ['letters that are none', Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe]), ' error file-not-utf8'],
  ])('stops nobody else: %s', async (_what, text, problem) => {
    site = createSite(sound)
    expect((await build()).status).toBe(0)
    const before = site.read('_site/about/index.html')
    site.write(about, typeof text === 'string' ? text : `base64:${text.toString('base64')}`)
    site.write(tide, tideText)
    for (const flags of [[], [], ['--all']]) {
      const { status, stdout } = await build(...flags)
      expect(stdout).toContain(`${about}`)
      expect(stdout).toContain(problem)
      expect(stdout).toContain(`  ${about}: readers keep its last version until its problems are mended`)
      expect(stdout.indexOf(problem)).toBeLessThan(stdout.indexOf('published, but 1 file was kept back'))
      expect(status).toBe(3)
      expect(site.read('_site/about/index.html')).toBe(before)
      expect(site.read('_site/index.html')).toContain('The tide turns')
    }
    site.write(about, page('About all of us', 'Who we are.'))
    expect((await build()).status).toBe(0)
    expect(site.read('_site/about/index.html')).toContain('About all of us')
    expect(site.read('_site/index.html')).toContain('About all of us')
  })

  test('holds a new one back, and a story that links to it; layouts that change take the last version', async () => {
    site = createSite(sound)
    await build()
    const world = 'content/pages/world.md'
    site.write(world, page('The world', 'Where we are.'))
    site.write(contact, page('Contact', 'Write <b>us</b>.'))
    site.write(about, page('About us', 'Who <b>we</b> are.'))
    site.write(tide, tideText.replace('The first', 'See [contact](/contact/). The first'))
    const { status, stdout } = await build()
    expect(status).toBe(3)
    expect(stdout).toContain('published, but 4 files were kept back:')
    expect(stdout).toContain(`${world}:1:1 error url-taken`)
    expect(stdout).toContain(`  ${world}: readers do not get it until its problems are mended`)
    site.remove(world)
    expect(stdout).toContain(`  ${contact}: readers do not get it until its problems are mended`)
    expect(stdout).toContain(`  ${tide}: readers do not get it until its problems are mended`)
    expect(() => site.read('_site/contact/index.html')).toThrow()
    expect(site.read('_site/index.html')).not.toContain('/contact/')
    const data = site.read('_data/site.yaml')
    site.write('_data/site.yaml', data.replace('The Test Bulletin', 'The Other Bulletin'))
    expect((await build()).status).toBe(3)
    expect(site.read('_site/about/index.html')).toContain('Who we are, The Other Bulletin.')
    site.write(contact, page('Contact', 'Write us.'))
    site.write(about, page('About us', 'Who we are.'))
    expect((await build()).status).toBe(0)
    expect(site.read('_site/contact/index.html')).toContain('Write us.')
    expect(site.read('_site/index.html')).toContain('The tide turns')
  })

  test('stops everything in what all pages share, and where somebody asked for that', async () => {
    site = createSite(sound)
    await build()
    site.write(about, page('About', 'Who we <b>are</b>.'))
    expect((await build('--strict')).status).toBe(1)
    expect((await runInProcess(site, 'validate')).status).toBe(1)
    site.write(about, aboutText)
    site.write('content/pages/pages.json', '{"layout": ')
    expect((await build()).status).toBe(1)
  })
})

describe('An address of a page that readers know', () => {
  const us = 'content/pages/us.md'
  test.each<[string, () => void, string, string]>([
    [
      'is not lost when its file is gone',
      () => site.remove(about),
      `${about}:1:1 error address-lost`,
      'write “/about/: gone” into _data/redirects.yaml',
    ],
    [
      'is not lost when its file gets another name',
      () => {
        site.remove(about)
        site.write(us, aboutText)
      },
      `${us}:1:1 error address-lost`,
      'write “/about/: /us/” into _data/redirects.yaml',
    ],
    [
      'is not lost when it gets another permalink',
      () => site.write(about, page('About us\npermalink: /us/', 'Who we are.')),
      `${about}:3:12 error address-lost`,
      'write “/about/: /us/” into _data/redirects.yaml',
    ],
    [
      'is not lost when it is made no more',
      () => site.write(about, page('About us\nlayout: null\npermalink: false', 'Who we are.')),
      `${about}:4:12 error address-lost`,
      'write “/about/: gone” into _data/redirects.yaml',
    ],
  ])('%s', async (_what, change, place, advice) => {
    site = createSite(sound)
    await build()
    const before = site.snapshot('_site')
    change()
    for (const flags of [[], [], ['--all']]) {
      const { status, stdout } = await build(...flags)
      expect(stdout).toContain(place)
      expect(stdout).toContain(advice)
      expect(stdout).toContain(`  ${about}: readers keep its last version`)
      expect(status).toBe(3)
      expect(site.snapshot('_site')).toEqual(before)
    }
    const row = /write “(.*?)” into/.exec(advice)?.[1]
    site.write('_data/redirects.yaml', `${row}\n`)
    const { status, stdout } = await build()
    expect(stdout).not.toContain('kept back')
    expect(status).toBe(0)
    expect(site.read('_site/about/index.html')).not.toContain('Who we are, ')
    expect(site.read('_site/index.html')).not.toContain('href="/about/"')
  })

  test('is given up when somebody asks for that, and is no other template’s business', async () => {
    site = createSite(sound)
    await build()
    site.remove(about)
    site.write('content/pages/about.njk', '---\ntitle: About\n---\nWho we are.\n')
    expect((await build()).status).toBe(0)
    expect(site.read('_site/about/index.html')).toContain('Who we are.')
    site.remove('content/pages/about.njk')
    site.write(about, aboutText)
    expect((await build()).status).toBe(0)
    site.remove(about)
    expect((await build('--allow-lost')).status).toBe(0)
    expect(() => site.read('_site/about/index.html')).toThrow()
  })
})

describe('Where the record of the last publish is lost', () => {
  test('git has the last versions of pages, bulletins and fronts, and their addresses', async () => {
    const [bulletin, contactText] = ['content/bulletins/2024-10-24.md', page('Contact', 'Write to us.')]
    const front = 'content/front.md'
    site = createSite({
      ...{ ...sound, [contact]: contactText, [bulletin]: '---\ntitle: A day of calm\n---\n' },
      [front]: '---\ntitle: What matters today\n---\n',
    })
    commitIn(site)
    await build()
    site.remove('.dateline')
    site.write(about, page('About us', 'Who <b>we</b> are.'))
    site.write(bulletin, '---\ntitel: A day of storms\n---\n')
    site.write(front, '---\ntitel: What matters tonight\n---\n')
    site.remove(contact)
    const { status, stdout } = await build()
    for (const file of [about, bulletin, contact, front])
      expect(stdout).toContain(`  ${file}: readers keep its last version`)
    expect(stdout).toContain(`${contact}:1:1 error address-lost`)
    expect(status).toBe(3)
    expect(site.read('_site/about/index.html')).toContain('Who we are, The Test Bulletin.')
    expect(site.read('_site/contact/index.html')).toContain('Write to us.')
    expect(site.read('_site/2024/10/24/index.html')).toContain('A day of calm')
    expect(site.read('_site/index.html')).toContain('What matters today')
  })

  test('a version of then that was wrong as well is none', async () => {
    const bulletin = 'content/bulletins/2024-10-24.md'
    const wrong = { [about]: page('About', 'Who <b>we</b> are.'), [bulletin]: '---\ntitel: A day\n---\n' }
    site = createSite({ ...sound, ...wrong })
    commitIn(site)
    site.write(about, page('About', 'Who <i>we</i> are.'))
    site.write(bulletin, '---\ntitel: The day\n---\n')
    const { status, stdout } = await build()
    for (const file of [about, bulletin]) expect(stdout).toContain(`  ${file}: readers do not get it`)
    expect(status).toBe(3)
  })
})
