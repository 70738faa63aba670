// What a publish does to the published folder, and what it leaves alone.

import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OutputChanges } from '../../src/store/output-changes.ts'
import { digestOf } from '../../src/system/digest.ts'
import { publishInProcess } from '../rig/build-in-process.ts'
import { movingGif } from '../rig/photos.ts'
import { storyFile, storyText } from '../rig/site-data.ts'
import { createSite, type Files, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'
import { withoutDepartures } from '../rig/without-departures.ts'

const now = at('2024-11-10T00:00:00Z')
const cup = 'content/stories/2024/10/23/cup-final.md'
const cupText = storyText({ title: 'Cup final', date: '2024-10-23T20:00:00+05:30', section: 'sport' })
const storyPage = 'world/2024/10/24/harbour-reopens/index.html'
const cupPage = 'sport/2024/10/23/cup-final/index.html'
const ofEmptySection = ['atom.xml', 'feed.json', 'index.html', 'rss.xml', 'subscribe']
const nothing: OutputChanges = { added: [], changed: [], removed: [] }

let site: SiteFolder
beforeEach(() => {
  site = createSite({ [storyFile]: storyText(), [cup]: cupText })
})
afterEach(() => site.dispose())

const publish = (isAll = false) => publishInProcess(site, now, { isAll })
const published = () => site.snapshot('_site')

const identity = (file: string) => {
  const { ino, mtimeNs, ctimeNs } = statSync(join(site.root, '_site', file), { bigint: true })
  return { ino, mtimeNs, ctimeNs }
}

describe('What is published', () => {
  test('the first time: everything, and all of it is reported', async () => {
    const { changes, foreign } = await publish()
    expect(changes).toEqual({ ...nothing, added: Object.keys(published()).sort() })
    expect(foreign).toEqual([])
  })

  test('again, unchanged: no file is touched, be everything asked for', async () => {
    await publish()
    const before = Object.keys(published()).map(identity)
    expect((await publish()).changes).toEqual(nothing)
    expect((await publish(true)).changes).toEqual(nothing)
    expect(Object.keys(published()).map(identity)).toEqual(before)
  })

  test('only what differs moves: the page of a story that did not change keeps its file', async () => {
    await publish()
    const before = { cup: identity(cupPage), story: identity(storyPage) }
    site.write(storyFile, storyText({ title: 'Harbour reopens at noon' }))
    const { changes } = await publish()
    expect(changes).toMatchObject({ added: [], removed: [] })
    expect(changes.changed).toContain(storyPage)
    expect(changes.changed).not.toContain(cupPage)
    expect(identity(cupPage)).toEqual(before.cup)
    expect(identity(storyPage).ino).not.toBe(before.story.ino)
  })

  test('a picture that moves is published byte for byte', async () => {
    const gif = movingGif()
    site.writeBytes('content/stories/2024/10/24/p.gif', gif)
    site.write(storyFile, storyText({}, '![A ship](p.gif)\n'))
    await publish()
    const name = `p-${digestOf(gif).slice(0, 8)}.gif`
    expect(readFileSync(join(site.root, '_site/media/hashed/2024/10/24', name))).toEqual(gif)
  })

  test('may stand behind a link to the published folder', async () => {
    mkdirSync(join(site.root, 'elsewhere'))
    symlinkSync('elsewhere', join(site.root, '_site'))
    await publish()
    site.remove(cup)
    await publish()
    expect(Object.keys(site.snapshot('elsewhere'))).toContain(storyPage)
    expect(Object.keys(site.snapshot('elsewhere'))).not.toContain(cupPage)
  })

  test('is reported to scripts, by url and file, with the instant that it was for', async () => {
    await publish()
    site.remove(cup)
    const { changes } = await publish()
    const report = JSON.parse(site.read('.dateline/changes.json'))
    expect(report.now).toBe('2024-11-10T05:30:00+05:30')
    expect(report.removed).toContainEqual({ url: '/sport/2024/10/23/cup-final/', file: cupPage })
    const files = (list: readonly { file: string }[]) => list.map(({ file }) => file).sort()
    expect(files(report.changed)).toEqual([...changes.changed].sort())
    expect(files(report.added)).toEqual([])
  })
})

describe('What goes', () => {
  test('pages of a removed story, with the folders that they leave empty', async () => {
    await publish()
    site.remove(cup)
    const { changes } = await publish()
    expect(changes.removed).toContain(cupPage)
    expect(readdirSync(join(site.root, '_site/sport'))).toEqual(ofEmptySection)
    const fresh = createSite({ [storyFile]: storyText() })
    await publishInProcess(fresh, now)
    expect(withoutDepartures(published())).toEqual(withoutDepartures(fresh.snapshot('_site')))
    fresh.dispose()
  })

  test('an old address that loses its last slash, or wins one', async () => {
    const moved = (alias: string) => storyText({ aliases: `[${alias}]` })
    for (const [alias, file] of [
      ['/old/story.html/', 'old/story.html/index.html'],
      ['/old/story.html', 'old/story.html'],
      ['/old/story.html/', 'old/story.html/index.html'],
    ] as const) {
      site.write(storyFile, moved(alias))
      await publish()
      expect(Object.keys(published()).filter(each => each.startsWith('old/'))).toEqual([file])
    }
  })

  test('a page that a static file takes the place of, and comes back', async () => {
    site.write(storyFile, storyText({ aliases: '[/team/]' }))
    await publish()
    expect(published()['team/index.html']).toContain('harbour-reopens')
    site.write(storyFile, storyText())
    site.write('content/static/team/index.html', '<p>Us</p>')
    await publish()
    expect(published()['team/index.html']).toBe('<p>Us</p>')
    site.remove('content/static/team')
    site.write(storyFile, storyText({ aliases: '[/team/]' }))
    await publish()
    expect(published()['team/index.html']).toContain('harbour-reopens')
  })
})

describe('What others did to the published folder', () => {
  const foreign: Files = {
    '_site/notes.txt': 'mine',
    '_site/.well-known/security.txt': 'mine too',
    '_site/sport/2024/10/23/cup-final/notes.txt': 'mine as well',
  }

  test('files that they put there are kept and named, also beside pages that go', async () => {
    await publish()
    for (const [file, text] of Object.entries(foreign)) site.write(file, text)
    site.remove(cup)
    const built = await publish()
    expect(built.changes.removed).toContain(cupPage)
    expect(built.foreign).toEqual(
      Object.keys(foreign)
        .map(file => file.slice('_site/'.length))
        .sort(),
    )
    for (const [file, text] of Object.entries(foreign)) expect(site.read(file)).toBe(text)
  })

  test('a file is taken over where a page needs its place', async () => {
    site.write('_site/index.html', 'welcome to nginx')
    const { changes, foreign: left } = await publish()
    expect(changes.changed).toEqual(['index.html'])
    expect(left).toEqual([])
    expect(site.read('_site/index.html')).toContain('<!doctype html>')
  })

  test('a file that is there already, to the byte, is no change', async () => {
    await publish()
    const page = identity('rss.xml')
    site.remove('.dateline')
    expect((await publish()).changes).toEqual(nothing)
    expect(identity('rss.xml')).toEqual(page)
  })

  test('what they removed from the folder itself is made again', async () => {
    await publish()
    const before = published()
    site.remove('_site/rss.xml')
    site.remove('_site/favicon.svg')
    site.remove('_site/about')
    site.remove('_site/world')
    const { changes } = await publish()
    expect(changes).toMatchObject({ changed: [], removed: [] })
    expect(changes.added).toEqual(
      expect.arrayContaining(['about/index.html', 'favicon.svg', 'rss.xml', storyPage]),
    )
    expect(published()).toEqual(before)
  })

  test('what they removed or changed further down is made again when everything is asked for', async () => {
    await publish()
    const before = published()
    site.remove('_site/world/rss.xml')
    site.write(`_site/${cupPage}`, 'scribble')
    const { changes } = await publish(true)
    expect(changes).toEqual({ added: ['world/rss.xml'], changed: [cupPage], removed: [] })
    expect(published()).toEqual(before)
  })

  describe('what they removed, and the newsroom as well,', () => {
    const odd = '---\npermalink: /odd/index.html\n---\n<!doctype html><title>Odd</title>\n'
    const goes: readonly [name: string, source: string, text: string, file: string][] = [
      ['a static file', 'content/static/report.txt', 'so it is', 'report.txt'],
      ['a page that a template makes', 'content/odd.njk', odd, 'odd/index.html'],
    ]

    test.each(goes)('is reported: %s', async (_name, source, text, file) => {
      site.write(source, text)
      await publish()
      site.remove(source)
      site.remove(`_site/${file}`)
      // A folder that is left empty does not show.
      site.write('_site/notes.txt', 'mine')
      expect((await publish()).changes).toMatchObject({ added: [], changed: [], removed: [file] })
    })

    test.each(goes)('is missed where it is linked to: %s', async (_name, source, text, file) => {
      site.write(source, text)
      site.write(storyFile, storyText({}, `Read [more](/${file.replace('index.html', '')}).\n`))
      await publish()
      site.remove(source)
      site.remove(`_site/${file}`)
      site.write('_site/notes.txt', 'mine')
      await expect(publish()).rejects.toThrow('link-broken')
    })
  })

  test('a page that is gone already need not go', async () => {
    await publish()
    site.remove('_site/sport')
    site.remove(cup)
    await publish()
    expect(readdirSync(join(site.root, '_site/sport'))).toEqual(ofEmptySection)
  })
})
