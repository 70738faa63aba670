import { describe, expect, it } from 'vitest'
import { problemsOf } from '../rig/small-newsroom.ts'
import { importFiles, sentence } from './archive-on-disk.ts'

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"></svg>'
const post = (fields: string, body: string) => `---\ntitle: Pier\n${fields}---\n${body}\n`

describe('a summary', () => {
  const summaryOf = (files: Record<string, string>) =>
    /^summary: .*$/m.exec(Object.values(importFiles(files).stories)[0] ?? '')?.[0]

  it.each([
    `${sentence} {{< gallery match="*.png" >}}`,
    `${sentence} {{<gallery match="*.png">}}`,
    `{{% note %}}\n${sentence}\n{{% /note %}}`,
    `<p>${sentence} {{< gallery match="*.png" >}}</p>`,
    `${sentence}\n\n<!--more-->\n\n{{< gallery >}}`,
    `${sentence} {{< gallery\n  match="*.png" >}}\n\n<!--more-->\n\nMore.`,
  ])('holds no template tag of the body: %j', body => {
    expect(summaryOf({ 'hugo.toml': '', 'content/2018-02-03-pier.md': post('', body) })).toBe(
      `summary: ${sentence}`,
    )
  })

  it('holds none of the front matter, nor of the title', () => {
    const fields = `description: '${sentence} {% unknown %}'\n`
    expect(summaryOf({ '_posts/2018-02-03-pier.md': post(fields, 'Text.') })).toBe(`summary: ${sentence}`)
    const short = '---\ntitle: The pier of the harbour {{ x }}\n---\nIt is open again.\n'
    expect(summaryOf({ '_posts/2018-02-03-pier.md': short })).toBe(
      'summary: The pier of the harbour. It is open again.',
    )
  })

  it('holds no line of colons, but what stands between two', () => {
    const body = `::: note\n${sentence}\n:::\n\n> ::: tip`
    expect(summaryOf({ '_posts/2018-02-03-pier.md': post('', body) })).toBe(`summary: ${sentence}`)
  })

  it('is short where little but tags is left', () => {
    const body = 'A picture. {{< gallery match="a long pattern of names, *.png" >}}'
    const files = { 'hugo.toml': '', 'content/2018-02-03-pier.md': post('', body) }
    expect(summaryOf(files)).toBe('summary: Pier. A picture.')
    const { stories } = importFiles(files)
    const [[file = '', text = ''] = []] = Object.entries(stories)
    const problems = problemsOf({ [`content/stories/${file}`]: text })
    expect(problems.map(({ code }) => code)).toEqual(['template-in-text'])
  })

  it('keeps what stands in code', () => {
    expect(summaryOf({ '_posts/2018-02-03-pier.md': post('', `${sentence} Write \`{{ x }}\`.`) })).toContain(
      'Write {{ x }}.',
    )
  })
})

describe('what Dateline’s own markdown would read otherwise comes through sound', () => {
  it.each([
    ['footnotes', 'A[^1] b[^b].\n\n[^1]: One\n\n    more\n[^b]: [Two](https://b.example)'],
    ['a footnote without a text', 'A[^1] b[^2].\n\n[^1]: One'],
    ['a text without a footnote', 'A.\n\n[^1]: /about/'],
    ['two texts of one footnote', 'A[^1].\n\n[^1]: One\n\n[^1]: Two'],
    ['brackets that are none', 'A [^a-z] and x^[2] and `[^c]`.'],
    ['footnotes in HTML', '<p>A[^1].</p>\n\n[^1]: One'],
    ['attributes', '[a](https://a.example){:target="_blank"} [b]{.red} **c**{#d} [e]{lang=german}'],
    [
      'a link with a blank in its address',
      '[a](https://a.example/b c) `[d](https://d.example/e f)` [g](mailto:a@b.example?subject=h i)',
    ],
    ['a picture with blanks in its address', '![a](/img/a pier (1).png) ![b](/img/b c) ![](x y "z")'],
    ['brackets of a pattern', 'A [^]: all but b.\n\n- [^]: all but c'],
    ['brackets of a pattern beside a footnote', 'A [^] b[^1] c.\n\n[^1]: One\n\n[^2]: Two'],
    ['a picture apart from its address', '![a pier] (/img/pier.jpg)'],
    ['a language', '[Zeitgeist]{lang=de}'],
    ['a language behind a link by name', '[a]{lang=de}\n\n[a]: https://a.example'],
    ['braces', 'The set {a, b}, [a]{b}, {c'],
    ['boxes of another dialect', '::: facts\n- a\n:::\n\n::: entry\n:::\n\n::: pullquote Big\nb\n:::'],
    [
      'links without words',
      '[](https://a.example/a_b/) [![](gone.png)](https://b.example) [][1]\n\n[1]: https://c.example',
    ],
    ['a caption', '| a |\n|---|\n| b |\nTable: c'],
    ['a video', '![A clip](clip.mp4) and ![another](https://a.example/b.mp4)'],
  ])('%s', (_what, body) => {
    for (const kind of [{ '_config.yml': '' }, { 'hugo.toml': '' }]) {
      const folder = 'hugo.toml' in kind ? 'content' : '_posts'
      const { stories } = importFiles({
        ...kind,
        [`${folder}/2018-02-03-pier.md`]: post('', `${sentence}\n\n${body}`),
      })
      const files = Object.fromEntries(
        Object.entries(stories).map(([place, text]) => [`content/stories/${place}`, text]),
      )
      expect(Object.keys(files)).toHaveLength(1)
      expect(problemsOf(files)).toEqual([])
    }
  })

  it('and an address with a template tag in it leads nowhere', () => {
    const body = `${sentence}\n\n[a](https://a.example/{{ x.y }}/z) [b]({% c d %})`
    const { stories } = importFiles({ '_posts/2018-02-03-pier.md': post('', body) })
    const text = stories['2018/02/03/pier.md'] ?? ''
    expect(text).toMatch(/\n\na b\n$/)
    expect(problemsOf({ 'content/stories/2018/02/03/pier.md': text })).toEqual([])
  })

  it('and a summary holds no mark of it', () => {
    const { stories } = importFiles({
      '_posts/2018-02-03-pier.md': post(
        '',
        `${sentence.replace('ferry', '[ferry]{lang=nl}')}[^1]\n\n[^1]: One`,
      ),
    })
    expect(Object.values(stories)[0]).toContain(`summary: ${sentence}\n`)
  })
})

describe('a link to a story that is not out', () => {
  it.each([
    ['a draft', 'draft: true\n'],
    ['a date ahead', 'date: 2026-02-03T09:00:00Z\n'],
    ['an embargo', 'embargo: 2026-02-03T09:00:00Z\n'],
  ])('becomes text: %s', (_, fields) => {
    const { stories, notesOf } = importFiles({
      '_posts/2018-02-03-pier.md': post('', `${sentence} [Boat]({% post_url 2018-02-04-boat %})`),
      '_posts/2018-02-04-boat.md': post(fields, `${sentence} [Pier]({% post_url 2018-02-03-pier %})`),
    })
    expect(stories['2018/02/03/pier.md']).toContain(`${sentence} Boat\n`)
    expect(Object.values(stories).join()).toContain('[Pier](/world/2018/02/03/pier/)')
    expect(notesOf('_posts/2018-02-03-pier.md').join()).toContain(
      'Replaced a link with its text: it leads to a draft, or to a story that is not published yet',
    )
  })
})

describe('a picture in a body', () => {
  const bodyOf = (body: string) => {
    const { stories, notesOf } = importFiles({
      '_posts/2018-02-03-pier.md': post('', `${sentence}\n\n${body}`),
      'img/photo(1).svg': svg,
      'img/the_old-pier.svg': svg,
    })
    return {
      text: stories['2018/02/03/pier.md']?.split(`---\n${sentence}\n\n`)[1]?.trim(),
      notes: notesOf('_posts/2018-02-03-pier.md'),
    }
  }

  it.each([
    ['![A pier](/img/photo(1).svg)', '![A pier](photo-1.svg)'],
    ['![](/img/the_old-pier.svg "At [dawn]")', '![At \\[dawn\\]](the-old-pier.svg "At [dawn]")'],
    ['![&nbsp;](/img/the_old-pier.svg)', '![The old pier](the-old-pier.svg)'],
    ['![][1]\n\n[1]: /img/the_old-pier.svg', '![The old pier](the-old-pier.svg)'],
    ['[![](/img/photo%281%29.svg)](https://x.example)', '[![Photo 1](photo-1.svg)](https://x.example)'],
    ['<img src="/img/the_old-pier.svg" alt="">', '![The old pier](the-old-pier.svg)'],
  ])('has a safe name and an alt text: %s', (body, expected) => {
    expect(bodyOf(body).text?.split('\n')[0]).toBe(expected)
  })

  it('is reported when the import made its alt text', () => {
    expect(bodyOf('![](/img/the_old-pier.svg "At dawn")').notes).toContain(
      'Used the caption as the alt text of a picture that had none: /img/the_old-pier.svg → At dawn',
    )
    expect(bodyOf('![](/img/the_old-pier.svg)').notes).toContain(
      'Used the file name as the alt text of a picture that had none; write a better one: /img/the_old-pier.svg → The old pier',
    )
  })
})
