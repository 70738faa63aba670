import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { success } from '../../../src/domain/result.ts'
import type { ArchiveSource } from '../../../src/import/sources/archive-source.ts'
import { knownSources } from '../../../src/import/sources/detect-source.ts'
import { noSettings } from '../../../src/import/sources/old-settings.ts'
import type { TagLanguage } from '../../../src/import/text/text-dialect.ts'
import { importFolder, sentence, twoFolders } from '../archive-on-disk.ts'

type Post = { readonly slug: string; readonly [field: string]: unknown }
type Export = { readonly zone: string; readonly origin: string; readonly posts: readonly Post[] }

/** `[film ID]`. */
const films: TagLanguage = {
  openings: ['[film'],
  read: (text, start) => {
    const [written = '', id] = /^\[film (\w+)\]/.exec(text.slice(start, start + 40)) ?? []
    const end = start + written.length
    return id === undefined
      ? null
      : { start, end, resolve: ({ isCode }) => (isCode ? null : { text: `https://film.example/${id}`, end }) }
  },
}

const readExport = (text: { readonly ok: boolean; readonly value?: string }): Export =>
  JSON.parse(text.value ?? '') as Export

/** A newsroom's program that exports all its posts into one file. */
const exported: ArchiveSource = {
  name: 'an export of Telex',
  detect: ({ files }) => (files.some(({ file }) => file === 'telex.json') ? 'certain' : 'no'),
  entries: ({ files, read }) => [
    ...files
      .filter(({ file }) => file !== 'telex.json')
      .map(({ file }) => ({ kind: 'skipped', file, reason: 'no part of an export' }) as const),
    ...readExport(read('telex.json')).posts.map(
      ({ slug, body, ...fields }) =>
        ({
          kind: 'story',
          file: `telex.json/${slug}`,
          read: () => success({ fields: new Map(Object.entries({ slug, ...fields })), body: String(body) }),
        }) as const,
    ),
  ],
  settings: ({ read }) => {
    const { zone, origin } = readExport(read('telex.json'))
    return { ...noSettings, zone, origin }
  },
  authorNames: () => new Map([['ar', 'Asha Rao']]),
  categorySeparator: /\|/,
  defaultPattern: '/read/:slug/',
  hasFolders: false,
  hasPatternsInStories: false,
  hasIndentedCode: false,
  tags: [films],
}

const archive = {
  'telex.json': JSON.stringify({
    zone: 'Asia/Kolkata',
    origin: 'https://telex.example',
    posts: [
      {
        slug: 'ferry',
        title: 'Ferry',
        date: '2023-01-01 09:00',
        author: 'ar',
        categories: 'odd|sport',
        body: `${sentence} [Pier](https://telex.example/read/pier/) \`[film x]\`\n\n[film abc]\n\n{{< youtube abcdefghijk >}}`,
      },
      { slug: 'pier', title: 'Pier', date: '2023-01-02 09:00', body: `<p>${sentence}</p>` },
      { slug: 'undated', title: 'Never', body: sentence },
    ],
  }),
  'readme.txt': 'Made by Telex.',
}

const sources = [exported, ...knownSources]

describe('a source that nobody knew before', () => {
  it('is detected, and answers all that the import asks', () => {
    const { from, to } = twoFolders(archive)
    const { stories, report, refusals } = importFolder(from, to, {}, sources)
    expect(stories['2023/01/01/ferry.md']).toBe(`---
title: Ferry
date: 2023-01-01T09:00:00+05:30
summary: ${sentence} Pier [film x] {{< youtube abcdefghijk >}}
section: sport
authors:
  - asha-rao
aliases:
  - /read/ferry/
imported:
  from: telex.json/ferry
---
${sentence} [Pier](/world/2023/01/02/pier/) \`[film x]\`

https://film.example/abc

{{< youtube abcdefghijk >}}`)
    expect(stories['2023/01/02/pier.md']).toContain('aliases:\n  - /read/pier/\n')
    expect(refusals).toEqual({
      'telex.json/undated':
        'it has no date in its front matter or its name; add a line such as date: 2019-05-04',
    })
    expect(report).toMatchObject({ source: 'an export of Telex', zone: 'Asia/Kolkata' })
    expect(report.files.find(({ file }) => file === 'readme.txt')).toMatchObject({ status: 'skipped' })
  })

  it('may be given as the one file that it is', () => {
    const { from, to } = twoFolders(archive)
    const { stories, report } = importFolder(join(from, 'telex.json'), to, {}, sources)
    expect(Object.keys(stories)).toEqual(['2023/01/01/ferry.md', '2023/01/02/pier.md'])
    expect(report.files.map(({ file }) => file)).not.toContain('readme.txt')
  })

  it('leaves archives of other kinds to their own sources', () => {
    const { from, to } = twoFolders({ '_posts/2023-01-01-ferry.md': `---\ntitle: Ferry\n---\n${sentence}\n` })
    expect(importFolder(from, to, {}, sources).report.source).toBe('a Jekyll site')
  })
})
