import { expect, it } from 'vitest'
import { importFiles, sentence } from '../archive-on-disk.ts'

const page = (fields: string) => `---\ntitle: Pier\n${fields}---\n${sentence}\n`

it('a Hugo site’s own taxonomy gives the topics, its languages and authors are known, and folders name sections', () => {
  const archive = {
    'hugo.toml':
      'defaultContentLanguage = "en"\n[taxonomies]\nsubject = "subjects"\nauthor = "authors"\n[languages.en]\n[languages.fr]\n',
    'data/authors/ar.yaml': 'name: Ada Rey\n',
    'content/authors/lw/_index.md': '---\ntitle: Li Wei\n---\n',
    'content/sport/a.md': page('date: 2020-01-02\nsubjects: [Boats]\nauthors: [ar, lw, asha-rao]\n'),
    'content/sport/a.fr.md': page('date: 2020-01-03\n'),
    'content/notes/b.md': page('date: 2020-01-04\nexpiryDate: 2099-01-01\n'),
    'content/notes/c.md': page('date: 2020-01-05\nexpiryDate: soon\n'),
    'content/notes/d.md': page('date: 2020-01-06\nbuild: never\n'),
    'content/odd/_index.md': '---\ncascade: never\n---\n',
    'content/odd/e.md': page('date: 2020-01-07\n'),
  }
  const { report, stories, notesOf } = importFiles(archive, { patterns: [['notes/*', 'technology']] })
  const first = stories['2020/01/02/a.md']
  expect(first).toContain(
    'section: sport\nauthors:\n  - Ada Rey\n  - Li Wei\n  - asha-rao\ntags:\n  - boats\n',
  )
  expect(first).toContain('language: en\n')
  expect(stories['2020/01/03/a.md']).toContain('language: fr\n')
  expect(stories['2020/01/04/b.md']).toContain('section: technology\n')
  expect(report.remarks).toContain('Read hugo.toml: subjects become tags (to choose others, add --map-field)')
  expect(notesOf('content/notes/b.md').join()).toContain('Its date of expiry lies ahead')
  expect(report.files.flatMap(({ draftReason }) => draftReason ?? [])).toEqual([
    'its expiry date “soon” cannot be read, so that nobody knows whether it is over',
    'its field build cannot be read, so that nobody knows whether it was shown',
    'a cascade above it cannot be read, so that nobody knows whether it was shown',
  ])
  const stated = importFiles(archive, { fieldNames: new Map([['subjects', 'kicker']]) })
  expect(stated.stories['2020/01/02/a.md']).not.toContain('tags:')
})

it('a Hugo site whose configuration cannot be read shows nothing before an editor has seen it', () => {
  const { report } = importFiles({ 'hugo.toml': 'baseURL = ', 'content/a.md': page('date: 2020-01-02\n') })
  expect(report.files.find(({ file }) => file === 'content/a.md')?.draftReason).toBe(
    'hugo.toml cannot be read, so that nobody knows whether the old site showed it',
  )
})
