import { describe, expect, test } from 'vitest'
import { storyFile, storyText, storyUrl } from '../rig/site-data.ts'
import { checkPages, lines } from './check-pages.ts'

const time = '<time class="published" datetime="2024-10-24T09:30:00+05:30">24 October</time>'

const problemFor = (body: string, html: string, fields = {}) => {
  const stories = { [storyFile]: storyText(fields, body) }
  const [problem] = checkPages({ stories, pages: { [storyUrl]: lines(time, html) } })
  return (
    problem && {
      ...problem,
      at: `${problem.location.file}:${problem.location.line}:${problem.location.column}`,
    }
  )
}

describe('a fault of a page is located where a person can correct it', () => {
  test('in the story, when the words stand there', () => {
    const problem = problemFor(
      lines('First.', '', 'Read [more](/nowhere/).'),
      '<p>Read <a href="/nowhere/">more</a>.</p>',
    )
    expect(problem?.at).toBe(`${storyFile}:9:13`)
    expect(problem?.location).toMatchObject({ text: 'Read [more](/nowhere/).', length: '/nowhere/'.length })
    expect(problem?.message).toBe(`${storyUrl}: the link to /nowhere/ is broken: nothing is published there`)
  })

  test('in the story also when the page has percent-encoded what the editor typed', () => {
    const problem = problemFor('Read [more](/größe/).', '<p>Read <a href="/gr%C3%B6%C3%9Fe/">more</a>.</p>')
    expect(problem?.at).toBe(`${storyFile}:7:13`)
  })

  test('in the story’s fields, when they name the address', () => {
    const fields = { source: '{ name: Wire, url: https://bulletin.example/nope/ }' }
    const html = '<a href="https://bulletin.example/nope/">Wire</a>'
    const problem = problemFor('Nothing.', html, fields)
    expect(problem?.at).toBe(`${storyFile}:6:28`)
    expect(problem?.message).not.toContain('made from')
    const escaped = problemFor('Nothing.', '<a href="https://bulletin.example/gr%C3%B6%C3%9Fe/">Wire</a>', {
      source: '{ name: Wire, url: "https://bulletin.example/gr\\u00f6\\u00dfe/" }',
    })
    expect(escaped?.at).toBe(`${storyFile}:6:29`)
  })

  test('where the whole address stands, not where a longer one begins or ends with it', () => {
    const body = lines('[a](https://other.example/no/) and [b](/no/where)', '', '[c](/no/)')
    expect(problemFor(body, '<a href="/no/">c</a>')?.at).toBe(`${storyFile}:9:5`)
  })

  test('further down when the front matter is longer', () => {
    const problem = problemFor('[more](/nowhere/)', '<a href="/nowhere/">more</a>', { urgency: '3' })
    expect(problem?.at).toBe(`${storyFile}:8:8`)
  })

  test('on the page, when a layout has put them there; the story and the layout are named', () => {
    const problem = problemFor('Nothing here.', '<p><a href="/nowhere/">more</a></p>')
    expect(problem?.at).toBe(`staging${storyUrl}index.html:2:13`)
    expect(problem?.message).toContain(`nothing is published there (made from ${storyFile})`)
    expect(problem?.location.text).toBe('<p><a href="/nowhere/">more</a></p>')
    expect(problem?.hint).toBe('correct the link, or remove it; its layout is _includes/layouts/story.njk')
  })

  test('on the page, when its layout leaves out what the story has', () => {
    const stories = { [storyFile]: storyText({}, 'Nothing here.') }
    const [problem] = checkPages({ stories, pages: { [storyUrl]: '<p>Nothing here.</p>' } })
    expect(problem?.hint).toBe('add <time class="published" datetime="…"> to _includes/layouts/story.njk')
  })

  test('on the page, when no story is behind it', () => {
    const [problem] = checkPages({
      pages: { '/about/': lines('<h1>About</h1>', '', ' <a href="/no/">x</a>') },
    })
    expect(problem?.location).toMatchObject({ file: 'staging/about/index.html', line: 3, column: 11 })
    expect(problem?.message).not.toContain('made from')
  })
})
