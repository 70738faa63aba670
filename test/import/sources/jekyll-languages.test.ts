import { describe, expect, it } from 'vitest'
import { importFiles, sentence } from '../archive-on-disk.ts'

const story = (fields = '') => `---\ntitle: Pier\n${fields}---\n${sentence}\n`

/** The languages of stories by their files; of those that have the site's, or none, "–". */
const languagesOf = (files: Readonly<Record<string, string>>) => {
  const { stories, report } = importFiles(files)
  const languages = Object.fromEntries(
    Object.values(stories).map(text => [
      /^ {2}from: (.+)$/m.exec(text)?.[1] ?? '',
      /^language: (.+)$/m.exec(text)?.[1] ?? '–',
    ]),
  )
  return { languages, remarks: report.remarks.join('\n') }
}

describe('the language of a story of a Jekyll site', () => {
  it('is that of its folder, where folders are languages, unless the story names one', () => {
    const { languages, remarks } = languagesOf({
      '_config.yml': 'title: x\n',
      'en/news/_posts/2020-01-01-a.md': story(),
      'zh_cn/news/_posts/2020-01-01-b.md': story(),
      'fr/news/_posts/2020-01-01-c.md': story('lang: de\n'),
      'sport/_posts/2020-01-01-d.md': story(),
    })
    expect(languages).toEqual({
      'en/news/_posts/2020-01-01-a.md': 'en',
      'zh_cn/news/_posts/2020-01-01-b.md': 'zh-CN',
      'fr/news/_posts/2020-01-01-c.md': 'de',
      'sport/_posts/2020-01-01-d.md': '–',
    })
    expect(remarks).toContain('stories are in the language that their path names: en, fr, zh_cn')
  })

  it('is one of those that the configuration lists, also by the name of the file', () => {
    const { languages } = languagesOf({
      '_config.yml': 'languages: [de, fr]\n',
      '_posts/fr/2020-01-01-a.md': story(),
      '_posts/2020-01-01-b.fr.md': story(),
      '_posts/it/2020-01-01-c.md': story(),
    })
    expect(Object.values(languages).toSorted()).toEqual(['fr', 'fr', '–'])
  })

  it('is none that a section only seems to be called', () => {
    const { languages, remarks } = languagesOf({
      '_config.yml': 'lang: de\n',
      'it/_posts/2020-01-01-a.md': story(),
      'uk/_posts/2020-01-01-b.md': story(),
    })
    expect(Object.values(languages)).toEqual(['–', '–'])
    expect(remarks).not.toContain('language')
  })
})
