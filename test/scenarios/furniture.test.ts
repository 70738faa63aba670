// Live blogs by the clock, and videos with what stands beside them, as whole builds make them.

import { afterEach, describe, expect, test } from 'vitest'
import { attemptBuild, publishInProcess } from '../rig/build-in-process.ts'
import { runInProcess } from '../rig/run-in-process.ts'
import { storyFile, storyText, storyUrl } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'
import { tinyFilm } from '../rig/tiny-film.ts'

let site: SiteFolder
afterEach(() => site.dispose())

const folder = storyFile.replace(/[^/]*$/, '')
const page = () => site.read(`_site${storyUrl}index.html`)
const filesThatSay = (words: string) =>
  Object.entries(site.snapshot('_site'))
    .filter(([, text]) => text.includes(words))
    .map(([file]) => file)

const blog = `Introduction.

::: entry 2024-10-24T10:00:00+05:30 The port closes
All movements stop.
:::

::: entry 2024-10-24T12:00:00+05:30 Secret landfall
Secret words.[^secret]

![A secret map](secret.svg)
:::

[^secret]: A secret note.
`
const map = '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="48"/>'
const ends = { live: '{ until: 2024-10-24T14:00:00+05:30 }' }
const publish = (now: string) => publishInProcess(site, at(now))

describe('a live blog', () => {
  test('goes through its day by the clock alone', async () => {
    site = createSite({ [storyFile]: storyText(ends, blog), [`${folder}secret.svg`]: map })

    expect(await publish('2024-10-24T10:30:00+05:30')).toMatchObject({
      nextDue: at('2024-10-24T12:00:00+05:30'),
    })
    const feedsIn = (folder: string) => ['atom.xml', 'feed.json', 'rss.xml'].map(name => folder + name)
    expect(filesThatSay('The port closes')).toEqual(
      [
        ...['', 'world/', storyUrl.slice(1)].flatMap(feedsIn),
        fileOf(storyUrl.slice(1)),
        `${storyUrl.slice(1)}index.json`,
      ].sort(),
    )
    expect(filesThatSay('ecret')).toEqual([])
    expect(Object.keys(site.snapshot('_site')).filter(file => file.includes('secret'))).toEqual([])
    expect(page()).toMatch(
      /<p class="live"><b>Live<\/b> <a href="\/world\/2024\/10\/24\/harbour-reopens\/">Check for new entries<\/a>/,
    )
    expect(page()).toContain('<time class="updated" datetime="2024-10-24T10:00:00+05:30">')
    expect(page()).not.toMatch(/http-equiv|<script(?! type="application\/ld\+json")/)
    expect(site.read('_site/world/index.html')).toContain('<b class="live">Live</b>')

    expect(await publish('2024-10-24T12:00:00+05:30')).toMatchObject({
      nextDue: at('2024-10-24T14:00:00+05:30'),
    })
    expect(page().indexOf('Secret landfall')).toBeLessThan(page().indexOf('The port closes'))
    expect(page()).toContain('A secret note.')
    expect(page()).toContain('<time class="updated" datetime="2024-10-24T12:00:00+05:30">')
    expect(Object.values(site.snapshot('_site/media/hashed/2024/10/24'))).toEqual([map])
    expect(site.read('_site/world/rss.xml')).toContain('Secret landfall')
    const [, jsonLd = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(page()) ?? []
    const [article] = JSON.parse(jsonLd)['@graph']
    expect(article).toMatchObject({
      '@type': ['NewsArticle', 'LiveBlogPosting'],
      dateModified: '2024-10-24T12:00:00+05:30',
      coverageEndTime: '2024-10-24T14:00:00+05:30',
      liveBlogUpdate: [{ headline: 'Secret landfall' }, { headline: 'The port closes' }],
    })

    // It is news for two days.
    expect(await publish('2024-10-24T14:00:00+05:30')).toMatchObject({
      nextDue: at('2024-10-26T09:30:00+05:30'),
    })
    expect(page()).toContain('This live coverage ended on <time datetime="2024-10-24T14:00:00+05:30">')
    expect(page()).not.toContain('Check for new entries')
    expect(site.read('_site/world/index.html')).not.toContain('class="live"')
  })

  test('an entry that is put off goes with all that it showed', async () => {
    site = createSite({ [storyFile]: storyText(ends, blog), [`${folder}secret.svg`]: map })
    await publish('2024-10-24T12:00:00+05:30')
    site.write(storyFile, storyText(ends, blog.replace('T12:00:00', 'T13:00:00')))
    await publish('2024-10-24T12:00:01+05:30')
    expect(filesThatSay('ecret')).toEqual([])
    expect(Object.keys(site.snapshot('_site')).filter(file => file.includes('secret'))).toEqual([])
  })
})

const fileOf = (path: string) => (path.endsWith('/') ? `${path}index.html` : path)

describe('a video', () => {
  const beside = {
    [`${folder}clip.mp4`]: tinyFilm(),
    [`${folder}clip.vtt`]: 'WEBVTT\n\n00:00.000 --> 00:02.000\n[A horn]\n',
    [`${folder}clip.txt`]: 'A horn sounds.\n',
  }
  const story = { [storyFile]: storyText({}, 'One.\n\n![The signals](clip.mp4)\n') }
  const now = '2024-10-25T00:00:00Z'
  /** Without what tells one content from another. */
  const published = () =>
    Object.keys(site.snapshot('_site/media/hashed/2024/10/24'))
      .map(file => file.replace(/-[0-9a-f]{8}\./, '.'))
      .sort()

  test('is published with its captions, its transcript in the page', async () => {
    site = createSite({ ...story, ...beside })
    await publish(now)
    expect(published()).toEqual(['clip.mp4', 'clip.vtt'])
    expect(page()).toContain('<p>A horn sounds.</p>')
  })

  test('its page follows what is written and put beside it', async () => {
    site = createSite({ ...story, ...beside })
    await publish(now)
    site.write(`${folder}clip.txt`, 'A horn sounds twice.\n')
    await publish('2024-10-25T00:00:01Z')
    expect(page()).toContain('<p>A horn sounds twice.</p>')
    site.writeBytes(`${folder}clip.png`, png)
    await publish('2024-10-25T00:00:02Z')
    expect(page()).toMatch(/poster="\/media\/hashed\/2024\/10\/24\/clip-[0-9a-f]{8}\.png"/)
    expect(published()).toEqual(['clip.mp4', 'clip.png', 'clip.vtt'])
    site.remove(`${folder}clip.png`)
    await publish('2024-10-25T00:00:03Z')
    expect(page()).not.toContain('poster=')
    expect(published()).toEqual(['clip.mp4', 'clip.vtt'])
  })

  test('without its captions nothing is published, and the location is reported', async () => {
    site = createSite({ ...story, ...beside })
    site.remove(`${folder}clip.vtt`)
    const built = await attemptBuild(site, at(now))
    expect(built).toMatchObject({
      ok: false,
      fault: [{ code: 'captions-missing', location: { file: storyFile, line: 9, column: 16 } }],
    })
  })

  test('a text that belongs to none is reported', async () => {
    site = createSite({ ...story, ...beside, [`${folder}notes.txt`]: 'Call her back.\n' })
    const { stdout } = await runInProcess(site, 'validate')
    expect(stdout).toContain(`${folder}notes.txt:1:1 warning file-ignored`)
    expect(stdout).not.toContain('clip')
  })
})

/** One pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
)
