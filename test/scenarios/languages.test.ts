import { afterEach, expect, test } from 'vitest'
import { publishInProcess } from '../rig/build-in-process.ts'
import { siteData, storyFile, storyText, storyUrl, stringsIn } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'
import { at } from '../rig/small-newsroom.ts'

let site: SiteFolder
afterEach(() => site.dispose())

/** A newsroom in a language, with one story, and another that comes second. */
const built = async (language: string, fields: Readonly<Record<string, string>> = {}) => {
  const name = language.split('-')[0] ?? ''
  site = createSite({
    '_data/site.yaml': siteData['_data/site.yaml'].replace('en-IN', language),
    [`_data/strings/${name}.yaml`]: stringsIn(name),
    [storyFile]: storyText({
      updated: '2024-10-24T13:05:00+05:30',
      authors: '[asha-rao, tom-field]',
      ...fields,
    }),
    'content/stories/2024/10/24/second.md': storyText({ date: '2024-10-24T08:00:00+05:30' }),
  })
  await publishInProcess(site, at('2024-10-27T00:00:00Z'))
  const read = (url: string) => site.read(`_site${url}`)
  return { story: read(`${storyUrl}index.html`), front: read('/index.html'), feed: read('/rss.xml') }
}

/** What readers of the page see. */
const readIn = (html: string): string =>
  html.replace(/<(script|style)[\s\S]*?<\/\1>|<title>[^<]*|<[^>]*>/g, ' ')

const english = [
  'Published',
  'Updated',
  'By ',
  'Skip to',
  'Topics',
  'Archive',
  'is published by',
  'Older story',
]

test('an Arabic site is read from right to left, in its own words, digits and marks', async () => {
  const { story } = await built('ar-EG')
  expect(story).toContain('<html lang="ar-EG" dir="rtl">')
  expect(story).toContain('٢٤ أكتوبر ٢٠٢٤، ٩:٣٠ ص')
  expect(story).toMatch(/بقلم <a [^>]*>Asha Rao<\/a> و?<a [^>]*>Tom Field<\/a>/)
  expect(site.read('_site/2024/10/24/index.html')).toContain('data-rank="٢"')
  for (const words of english) expect(readIn(story)).not.toContain(words)
  // Machines read the same times as everywhere.
  expect(story).toContain('datetime="2024-10-24T09:30:00+05:30"')
})

test('a Hindi site carries a story in Arabic: its words say so wherever they stand', async () => {
  const { story, feed } = await built('hi-IN', { language: 'ar', title: 'الميناء يفتح من جديد' })
  expect(story).toContain('<html lang="hi-IN" dir="ltr">')
  expect(story).toContain('<h1 lang="ar" dir="rtl">الميناء يفتح من جديد</h1>')
  expect(story).toContain('<div class="prose" lang="ar" dir="rtl">')
  expect(story).toContain('"inLanguage":"ar"')
  expect(story).toContain('प्रकाशित: <time')
  for (const words of english) expect(readIn(story)).not.toContain(words)
  expect(site.read('_site/index.html')).toMatch(/<a href="[^"]*harbour-reopens\/" lang="ar" dir="rtl">/)
  expect(feed).toContain('<dc:language>ar</dc:language>')
})

test.each([
  ['de-DE', 'Veröffentlicht am <time', 'Von <a', '24. Oktober 2024'],
  ['fr-FR', 'Publié le <time', 'Par <a', '24 octobre 2024'],
  ['pt-BR', 'Publicado em <time', 'Por <a', '24 de outubro de 2024'],
])('a site in %s speaks to its readers in their language', async (language, published, by, date) => {
  const { story, front } = await built(language)
  for (const words of [published, by, date]) expect(story).toContain(words)
  for (const words of english) expect(readIn(story + front)).not.toMatch(new RegExp(`\\b${words.trim()}\\b`))
})
