import { describe, expect, it } from 'vitest'
import { importFiles, sentence } from '../archive-on-disk.ts'

const story = (fields: string, body = sentence) =>
  `---\ntitle: Pier\npubDate: 2021-03-01\n${fields}---\n${body}\n`
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"></svg>'

const imported = () => {
  const { stories, report, notesOf } = importFiles({
    'astro.config.mjs': "export default { site: 'https://old.example', base: '/news' }\n",
    'src/content.config.ts': "const extra = defineCollection({ loader: glob({ base: './posts' }) })\n",
    'src/pages/blog/[...slug].astro': "---\nconst posts = await getCollection('blog')\n---\n",
    'src/pages/index.astro': "---\nimport Card from '../components/Card.astro'\n---\n",
    'src/pages/about.md': story('layout: x\n'),
    'src/content/blog/Über the Pier!.md': story(
      'heroImage: ../../assets/pier.svg\nheroImageAlt: The pier\ndescription: Short\n',
    ),
    'src/content/blog/2020/index.mdx': story(
      'tags: [a, b]\n',
      `import { Chart } from '../Chart'\n\n${sentence}\n\n<Chart data={[1]} />\n\n[Pier](/news/blog/own/) {1 + 1}`,
    ),
    'src/content/blog/slug.md': story('slug: own\n'),
    'src/content/blog/draft.mdx': story('draft: true\n'),
    'src/content/blog/_part.md': story(''),
    'src/content/secret/memo.md': story(''),
    'src/assets/pier.svg': svg,
    'posts/extra.md': story(''),
    'notes/idea.md': story(''),
  })
  const textOf = (file: string) =>
    stories[report.files.find(each => each.file === file)?.story?.replace('content/stories/', '') ?? ''] ?? ''
  return { report, notesOf, textOf }
}

describe('An Astro archive', () => {
  it('keeps the addresses that its pages give to collections', () => {
    const { textOf, report } = imported()
    expect(textOf('src/content/blog/Über the Pier!.md')).toContain(
      'aliases:\n  - /news/blog/über-the-pier/\n',
    )
    expect(textOf('src/content/blog/2020/index.mdx')).toContain('aliases:\n  - /news/blog/2020/\n')
    expect(textOf('src/content/blog/slug.md')).toContain('aliases:\n  - /news/blog/own/\n')
    expect(textOf('src/pages/about.md')).toContain('aliases:\n  - /news/about/\n')
    expect(report.source).toBe('an Astro site')
  })

  it('keeps the text of MDX, and its links', () => {
    const { textOf, notesOf } = imported()
    expect(textOf('src/content/blog/2020/index.mdx')).toMatch(
      /\n\[Pier\]\(\/world\/2021\/03\/01\/own\/\) \{1 \+ 1\}\n/,
    )
    expect(textOf('src/content/blog/2020/index.mdx')).not.toContain('Chart')
    expect(notesOf('src/content/blog/2020/index.mdx')).toContain(
      'Left out a component of MDX; the text in it stays: <Chart>',
    )
  })

  it('hides what the old site hid', () => {
    const { report } = imported()
    const reasons = Object.fromEntries(report.files.map(({ file, draftReason }) => [file, draftReason]))
    expect(reasons).toMatchObject({
      'src/content/blog/slug.md': null,
      'src/content/blog/draft.mdx': 'it is marked as a draft',
      'src/content/blog/_part.md': 'the old site made no page of what is called _part.md',
      'src/content/secret/memo.md': 'no page of the old site shows the collection secret',
      'posts/extra.md': null,
      'notes/idea.md': 'it lies outside of the folders that the old site was made of',
    })
  })
})
