// Where the new site has its own letters in addresses, so have the stories that come to it.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { importFolder, sentence, twoFolders } from './archive-on-disk.ts'
import { item, wxr } from './wordpress-export.ts'

const story = (fields: string, body: string = sentence) =>
  `---\ndate: 2024-03-30T10:00:00\ndescription: "${sentence}"\n${fields}\n---\n${body}\n`

const archive = {
  'hugo.toml': 'title = "Old"\n',
  'content/world/मुंबई-में-बारिश.md': story('title: Rain'),
  [`content/world/${'größe'.normalize('NFD')}.md`]: story(
    'title: Of size',
    `${sentence} [Rain]({{< relref "मुंबई-में-बारिश.md" >}})`,
  ),
  'content/world/plain.md': story('title: 大阪の話\nslug: 大阪 の 話'),
  'content/world/con.md': story('title: A device'),
}

const importInto = (setting: string, files: Readonly<Record<string, string>>) => {
  const { from, to } = twoFolders(files)
  writeFileSync(join(to, '_data/site.yaml'), `timezone: Europe/Berlin\n${setting}`)
  return importFolder(from, to)
}

it('keeps the letters of files and slugs, composed and in lower case', () => {
  const { stories } = importInto('unicodeSlugs: true\n', archive)
  expect(Object.keys(stories).sort()).toEqual([
    '2024/03/30/größe.md',
    '2024/03/30/story-con.md',
    '2024/03/30/मुंबई-में-बारिश.md',
    '2024/03/30/大阪-の-話.md',
  ])
  expect(stories['2024/03/30/größe.md']).toContain('/world/2024/03/30/मुंबई-में-बारिश/')
})

it('and keeps to Latin ones elsewhere', () => {
  const { stories } = importInto('', archive)
  expect(Object.keys(stories).sort()).toEqual([
    '2024/03/30/grosse.md',
    '2024/03/30/plain.md',
    '2024/03/30/rain.md',
    '2024/03/30/story-con.md',
  ])
})

it('also of WordPress and of feeds, whose addresses have percent signs', () => {
  const slug = encodeURIComponent('मुंबई-में-बारिश').toLowerCase()
  const old = `https://old.example/2024/03/30/${slug}/`
  const feed = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel><title>Old</title><link>https://old.example/</link><item><title>Rain</title>
<link>${old}</link><pubDate>Sat, 30 Mar 2024 10:00:00 GMT</pubDate><c:encoded><![CDATA[<p>${sentence}</p>]]></c:encoded></item></channel></rss>`
  const archives = [{ 'feed.xml': feed }, { 'export.xml': wxr([item(7, { post_name: slug })]) }]
  const namesOf = (setting: string) =>
    archives.map(files => Object.keys(importInto(setting, files).stories).map(name => name.split('/').at(-1)))
  expect(namesOf('unicodeSlugs: true\n')).toEqual([['मुंबई-में-बारिश.md'], ['मुंबई-में-बारिश.md']])
  expect(namesOf('')).toEqual([['rain.md'], ['story-7.md']])
})
