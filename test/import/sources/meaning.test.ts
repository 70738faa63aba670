import { describe, expect, it } from 'vitest'
import { importFiles, sentence } from '../archive-on-disk.ts'
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

  it('from a story that stood first where its canonical address leads', () => {
    const archive = { '_config.yml': 'url: https://old.example\n' }
    const at = (url: string) =>
      frontOf({ ...archive, '_posts/2020-01-02-pier.md': yaml(`canonical_url: ${url}`) })
    expect(at('https://courier.example/1')).toContain('name: courier.example\n')
    expect(at('https://www.old.example/pier')).not.toContain('source')
  })
})
