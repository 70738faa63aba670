import { describe, expect, test } from 'vitest'
import { render } from '../rig/markdown.ts'
import { at } from '../rig/small-newsroom.ts'

const entry = (time: string, headline: string, text = 'Words.') =>
  `::: entry ${time} ${headline}\n${text}\n:::\n`
const morning = '2024-10-24T09:00:00+05:30'
const evening = '2024-10-24T18:40:00+05:30'
const blog = `Introduction.\n\n${entry(morning, 'The *port* closes')}\n${entry(evening, 'Boats are in')}`
const headlines = (html: string) => [...html.matchAll(/<h2>(.*?)<\/h2>/g)].map(match => match[1])

test('an entry has its place, its time, its headline and its words', () => {
  expect(render(entry(morning, 'The *port* closes'))).toBe(
    '<article class="entry" id="e20241024T033000Z">\n' +
      `<p><a href="#e20241024T033000Z"><time datetime="${morning}">24 October 2024, 9:00 am IST</time></a></p>\n` +
      '<h2>The <em>port</em> closes</h2>\n<p>Words.</p>\n</article>\n',
  )
})

test('the newest comes first, behind the introduction', () => {
  const html = render(blog)
  expect(html.startsWith('<p>Introduction.</p>\n<article')).toBe(true)
  expect(headlines(html)).toEqual(['Boats are in', 'The <em>port</em> closes'])
})

test('the day is said once, and again when it changes', () => {
  const html = render(`${blog}\n${entry('2024-10-23T21:00:00+05:30', 'Shelters open')}`)
  expect([...html.matchAll(/<time [^>]*>(.*?)</g)].map(match => match[1])).toEqual([
    '24 October 2024, 6:40 pm IST',
    '9:00 am',
    '23 October 2024, 9:00 pm IST',
  ])
})

test('what stands between entries and behind them is not lost', () => {
  const html = render(`${entry(morning, 'One')}\nBetween.\n\n${entry(evening, 'Two')}\nBehind.`)
  expect(html).toMatch(/<\/article>\n<p>Between\.<\/p>\n<p>Behind\.<\/p>\n$/)
})

test('an entry may hold other furniture, and subheads below its headline', () => {
  const html = render(`:::: entry ${morning} One\n## Sub\n\n::: facts Two\nx\n:::\n::::\n\n## After`)
  expect(html).toContain('<h2>One</h2>\n<h3 id="sub">Sub</h3>\n<aside class="factbox">\n<h4>Two</h4>')
  expect(html).toContain('<h2 id="after">After</h2>')
})

describe('an entry whose time has not come', () => {
  const secret = `${blog}\n:::: entry 2024-10-25T06:00:00+05:30 Secret[^secret]
## Secret

::: pullquote
Secret
:::

![Secret](secret.png)
::::

[^secret]: Secret
`
  const entries = [at(evening), at(morning)]

  test.each(['', 'https://bulletin.example'])(
    'leaves nothing on the page or in the feed, base “%s”',
    base => {
      const html = render(secret, { entries, base })
      expect(headlines(html)).toHaveLength(2)
      expect(html).not.toMatch(/secret|Footnote/i)
    },
  )

  test('shows when it is named', () => {
    const all = [at('2024-10-25T06:00:00+05:30'), ...entries]
    expect(render(secret, { entries: all })).toContain('Secret')
  })

  test('not even inside something else', () => {
    const nested = `- a\n\n  ::: entry ${morning} Secret\n  x\n  :::\n\n:::: entry ${evening} Shown\n${entry(morning, 'Secret')}::::\n`
    const html = render(nested, { entries: [at(evening)] })
    expect(html).not.toContain('Secret')
    expect(html).toContain('Shown')
  })

  test('nor in a note that leads on to another', () => {
    const noted = `${entry(evening, 'Shown', 'x[^a]')}\n${entry(morning, 'Hidden', 'y[^b]')}\n[^a]: Open.\n\n[^b]: Secret[^c].\n\n[^c]: Secret.\n`
    const html = render(noted, { entries: [at(evening)] })
    expect(html).not.toMatch(/secret|dl-note-[bc]/i)
    expect(html).toContain('Open.')
  })

  test('but the text of a note that shows by itself', () => {
    const noted = `${entry(evening, 'Shown', 'x[^a]')}\n${entry(morning, 'Hidden', 'y\n\n[^a]: Open.')}`
    expect(render(noted, { entries: [at(evening)] })).toContain('<li id="dl-note-a"><p>Open.')
  })

  test('nor when none has come', () => expect(render(secret, { entries: [] })).not.toMatch(/secret|article/i))
})

test('in a feed an entry leads to its place on the story’s own page', () => {
  expect(render(entry(morning, 'One'), { base: 'https://bulletin.example' })).toMatch(
    /^<article>\n<p><a href="https:\/\/bulletin\.example\/world\/storm\/#e20241024T033000Z"><time /,
  )
})
