// What is shown where somebody shares a page that has no picture of its own, by whole builds.

import sharp from 'sharp'
import { afterEach, describe, expect, test } from 'vitest'
import { publishInProcess } from '../rig/build-in-process.ts'
import { halves, plain } from '../rig/photos.ts'
import { runInProcess } from '../rig/run-in-process.ts'
import { siteData, storyFile, storyText } from '../rig/site-data.ts'
import { createSite, type Files, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'

const day = '2024-10-27T00:00:00Z'
const sites: SiteFolder[] = []
afterEach(() => {
  for (const site of sites.splice(0)) site.dispose()
})
/** `line`: of site.yaml. */
const open = (line: string, files: Files = {}): SiteFolder => {
  const yaml = `${siteData['_data/site.yaml']}${line}\n`
  const site = createSite({ [storyFile]: storyText(), '_data/site.yaml': yaml, ...files })
  sites.push(site)
  return site
}
const drawing = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20">${content}</svg>\n`
const logo = { 'content/static/logo.svg': drawing('<path fill="#c00" d="M0 0h40v20H0z"/>') }

const imageOf = (html: string) => ({
  url: /property="og:image" content="https:\/\/bulletin\.example\/([^"]*)"/.exec(html)?.[1] ?? '',
  size: ['width', 'height'].map(name =>
    Number(new RegExp(`property="og:image:${name}" content="(\\d+)"`).exec(html)?.[1]),
  ),
  alt: /property="og:image:alt" content="([^"]*)"/.exec(html)?.[1],
})
const build = async (site: SiteFolder) => {
  const { status, stdout, stderr } = await runInProcess(site, 'build', `--now=${day}`, '--format=json')
  expect(status, stdout + stderr).toBe(0)
  return stdout
}
const problemsIn = async (site: SiteFolder) => {
  const { status, stdout } = await runInProcess(site, 'validate', '--format=json')
  const problems = JSON.parse(stdout) as { file: string; line: number; severity: string; code: string }[]
  return [status, ...problems.map(({ file, line, severity, code }) => `${file}:${line} ${severity} ${code}`)]
}

describe('Every page has a picture to be shared with', () => {
  test('the one that site.yaml names, cut and with its words; a story with a picture has its own', async () => {
    const site = open('shareImage: { src: /images/share.jpg, alt: The harbour at dawn }', {
      'content/stories/2024/10/24/calm.md': storyText({
        title: 'Calm again',
        date: '2024-10-24T10:30:00+05:30',
        image: '{ src: quay.jpg, alt: The quay, credit: Desk }',
      }),
    })
    site.writeBytes('content/static/images/share.jpg', await halves(1300, 800).jpeg().toBuffer())
    site.writeBytes('content/stories/2024/10/24/quay.jpg', await plain(60, 40).jpeg().toBuffer())
    await build(site)
    const files = site.snapshot('_site')
    const pages = Object.entries(files).filter(([name]) => name.endsWith('.html'))
    const pictureAt = (url: string) => Buffer.from(files[url] ?? '', 'latin1')
    expect(pages.length).toBeGreaterThan(15)
    for (const [name, html] of pages) {
      const { url, size, alt } = imageOf(html)
      expect(html, name).toContain('name="twitter:card" content="summary_large_image"')
      expect(alt, name).toBe(name.includes('/calm/') ? 'The quay' : 'The harbour at dawn')
      const { format, width, height } = await sharp(pictureAt(url)).metadata()
      expect([format, width, height], name).toEqual(['jpeg', ...size])
    }
  })

  test('else one that is made of the logo, which stands whole on white', async () => {
    const site = open('logo: /logo.svg', logo)
    await build(site)
    const { url, size, alt } = imageOf(site.read('_site/index.html'))
    expect([size, alt]).toEqual([[1200, 630], 'The Test Bulletin'])
    const { data, info } = await sharp(Buffer.from(site.snapshot('_site')[url] ?? '', 'latin1'))
      .raw()
      .toBuffer({ resolveWithObject: true })
    const at = (x: number, y: number) => [
      ...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3),
    ]
    expect(at(10, 10)).toEqual([255, 255, 255])
    expect(at(600, 315)[1]).toBeLessThan(20)
  })

  test('another one when its file changes, and the old one goes', async () => {
    const site = open('logo: /logo.svg', logo)
    const shared = () => Object.keys(site.snapshot('_site')).filter(name => name.includes('-40x21'))
    await publishInProcess(site, at(day))
    const before = shared()
    expect(before).toEqual([imageOf(site.read('_site/world/index.html')).url])
    await publishInProcess(site, at(day))
    expect(shared()).toEqual(before)
    site.write('content/static/logo.svg', drawing('<path fill="#00c" d="M0 0h40v20H0z"/>'))
    await publishInProcess(site, at(day))
    expect(shared()).toEqual([imageOf(site.read('_site/world/index.html')).url])
    expect(shared()).not.toEqual(before)
    site.write('_data/site.yaml', siteData['_data/site.yaml'])
    await publishInProcess(site, at(day))
    expect(shared()).toEqual([])
    expect(site.read('_site/world/index.html')).not.toContain('og:image')
  })
})

describe('What no share picture can be made of is said with its line:', () => {
  const line = 'shareImage: { src: /share.jpg, alt: Dawn }'

  test('a file that is not there', async () => {
    expect(await problemsIn(open(line))).toEqual([1, '_data/site.yaml:8 error picture-missing'])
  })

  test('a picture that is small is used, with advice', async () => {
    const site = open(line)
    site.writeBytes('content/static/share.jpg', await plain(300, 200).jpeg().toBuffer())
    expect(await problemsIn(site)).toEqual([0, '_data/site.yaml:8 warning share-image-small'])
  })

  test('a drawing', async () => {
    const site = open('shareImage: { src: /logo.svg, alt: Dawn }', logo)
    expect(await problemsIn(site)).toEqual([1, '_data/site.yaml:8 error share-image-form'])
  })

  test('a logo with letters: no machine knows the fonts of another', async () => {
    const site = open('logo: /logo.svg', {
      'content/static/logo.svg': drawing('<text x="1" y="9">News</text>'),
    })
    expect(await problemsIn(site)).toEqual([0, '_data/site.yaml:8 warning share-image-missing'])
  })
})
