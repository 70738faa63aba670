import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importFiles, importFolder, sentence, twoFolders } from '../archive-on-disk.ts'
import { item, wxr } from '../wordpress-export.ts'

const deck = 'The pier that the storm of October took is open again.'
const yaml = (fields: string) => `---\ntitle: Pier\ndate: 2020-01-02\n${fields}\n---\n${sentence}\n`
const inYaml = `eyebrow: Harbour works\nstandfirst: ${deck}\ndescription: For search engines, and for nobody else to read.\nsource: The Courier\nsource_url: https://courier.example/1`

/** The front matter of the only story. */
const frontOf = (files: Readonly<Record<string, string>>) =>
  Object.values(importFiles(files).stories)[0]?.split('---')[1] ?? ''

describe('what stands around a headline comes along', () => {
  it.each([
    [
      'Hugo',
      { 'hugo.toml': '', 'content/news/pier.md': yaml(`params:\n  ${inYaml.replaceAll('\n', '\n  ')}`) },
    ],
    [
      'Jekyll',
      {
        '_config.yml': 'title: x\n',
        '_posts/2020-01-02-pier.md': yaml(inYaml.replace('eyebrow', 'pre_title')),
      },
    ],
    ['Eleventy', { '.eleventy.js': '', 'posts/pier.md': yaml(inYaml.replace('standfirst', 'dek')) }],
    [
      'Zola',
      {
        'config.toml': 'base_url = "https://old.example"\n[markdown]\n',
        'content/pier.md': `+++\ntitle = "Pier"\ndate = 2020-01-02\n[extra]\n${inYaml.replace(/^(\w+): (.*)$/gm, '$1 = "$2"')}\n+++\n${sentence}\n`,
      },
    ],
    ['markdown', { 'pier.md': yaml(inYaml.replace('eyebrow', 'Kicker').replace('standfirst', 'sub_title')) }],
    [
      'WordPress',
      {
        'export.xml': wxr([
          item(
            1,
            { title: 'Pier' },
            {
              meta: {
                ...{ _kicker: 'Harbour works', newspack_post_subtitle: deck, source: 'The Courier' },
                ...{ source_url: 'https://courier.example/1', _yoast_wpseo_metadesc: `SEO: ${sentence}` },
              },
            },
          ),
        ]),
      },
    ],
  ])('from %s', (_, files) => {
    const front = frontOf(files)
    expect(front).toContain(`\nsummary: ${deck}\n`)
    expect(front).toContain('\nkicker: Harbour works\n')
    expect(front).toContain('\nsource:\n  name: The Courier\n  url: https://courier.example/1\n')
  })

  it('from stories of a series, which the site has from then on', () => {
    const { from, to } = twoFolders({
      'a.md': yaml('series: [The storm]'),
      'b.md': yaml('series: The Storm'),
      'c.md': yaml('series: Secret\ndraft: true'),
    })
    const first = importFolder(from, to)
    expect(readFileSync(join(to, '_data/series.yaml'), 'utf8')).toBe('the-storm:\n  title: "The storm"\n')
    expect(Object.values(first.stories).filter(text => text.includes('\nseries: the-storm\n'))).toHaveLength(
      2,
    )
    expect(first.report.remarks).toContain('Added series to _data/series.yaml: The storm')
    expect(first.notesOf('c.md')).toContain(
      'Dropped a series that _data/series.yaml does not have; add it there and import again: Secret',
    )
    const second = importFolder(from, to)
    expect(second.stories).toEqual(first.stories)
    expect(second.report.files.map(({ status }) => status)).toEqual(['present', 'present', 'present'])
  })

  it('from a story that stood first where its canonical address leads', () => {
    const archive = { '_config.yml': 'url: https://old.example\n' }
    const at = (url: string) =>
      frontOf({ ...archive, '_posts/2020-01-02-pier.md': yaml(`canonical_url: ${url}`) })
    expect(at('https://courier.example/1')).toContain('name: courier.example\n')
    expect(at('https://www.old.example/pier')).not.toContain('source')
  })
})
