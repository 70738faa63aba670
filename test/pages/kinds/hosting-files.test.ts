import { describe, expect, test } from 'vitest'
import { createPublishSequence } from '../../plan/publish-sequence.ts'
import { siteData, storyFile, storyText } from '../../rig/site-data.ts'
import type { Files } from '../../rig/site-folder.ts'
import { at, dataAt, later, planOf, storyAt, urlsOf } from '../../rig/small-newsroom.ts'

const withHosting = (hosting: string) => ({
  '_data/site.yaml': `${siteData['_data/site.yaml']}hosting: ${hosting}\n`,
})
const moved = storyAt('2024-10-24T08:00:00+05:30', 'storm', { aliases: '[/old/storm/, /1/]' })
const earlier = storyAt('2024-10-23T08:00:00+05:30', 'calm', { aliases: '[/old/calm/]' })
const files: Files = { ...moved, ...earlier, [storyFile]: storyText() }

describe('_redirects', () => {
  test('leads from the old addresses of live stories to the present ones, the newest first', () => {
    expect(dataAt(planOf(files), '/_redirects').rules).toEqual([
      { from: '/old/storm/', to: '/world/2024/10/24/storm/', status: '301' },
      { from: '/1/', to: '/world/2024/10/24/storm/', status: '301' },
      { from: '/old/calm/', to: '/world/2024/10/23/calm/', status: '301' },
    ])
  })

  test('says nothing of stories that readers may not see', () => {
    const hidden = {
      ...earlier,
      ...storyAt('2024-10-24T08:00:00+05:30', 'a', { aliases: '[/a/]', draft: 'true' }),
      ...storyAt('2024-10-24T09:00:00+05:30', 'b', { aliases: '[/b/]', embargo: '2035-01-01T00:00:00Z' }),
      ...storyAt('2024-10-24T10:00:00+05:30', 'c', {
        aliases: '[/c/]',
        withdrawn: '{ date: 2024-10-25T00:00:00Z, reason: no }',
      }),
    }
    expect(dataAt(planOf(hidden), '/_redirects').rules).toMatchObject([{ from: '/old/calm/' }])
  })

  test('is there when a story has an old address, and for networks that read it', () => {
    expect(urlsOf(planOf({ [storyFile]: storyText() }).pages)).not.toContain('/_redirects')
    const urls = urlsOf(planOf({ ...files, ...withHosting('{ cdn: none }') }).pages)
    expect(urls.filter(url => url.startsWith('/_'))).toEqual([])
    expect(
      dataAt(planOf({ ...files, ...withHosting('{ cdn: netlify }') }), '/_redirects').rules[0].status,
    ).toBe('301!')
  })

  test('changes only when an old address or its story does', () => {
    const sequence = createPublishSequence()
    const planned = (next: Files, now = later) =>
      sequence.publish(next, now).pages.filter(({ kind }) => kind === 'redirects' || kind === 'headers')
        .length
    const [file = ''] = Object.keys(moved)
    const [first = ''] = Object.keys(earlier)
    expect(planned(files)).toBe(2)
    const other = { ...files, ...storyAt('2024-10-25T08:00:00+05:30', 'tide') }
    expect(planned(other)).toBe(0)
    const edited = { ...other, [file]: `${other[file]}More words.\n`.replace('About storm', 'A gale') }
    expect(planned(edited)).toBe(0)
    const withdrawn = '---\nwithdrawn: { date: 2031-01-01T00:00:00Z, reason: no }\n'
    const soon = { ...edited, [file]: `${edited[file]}`.replace('---\n', withdrawn) }
    expect(planned(soon)).toBe(0)
    expect(planned(soon, at('2031-01-01T00:00:00Z'))).toBe(1)
    const last = { ...soon, [first]: `${soon[first]}`.replace('/old/calm/', '/old/quiet/') }
    expect(planned(last, at('2031-01-02T00:00:00Z'))).toBe(1)
    const { [first]: _, ...without } = last
    const { removals } = sequence.publish(without, at('2031-01-03T00:00:00Z'))
    expect(removals.map(({ output }) => output)).toContain('_redirects')
  })
})

test('_headers is there with every site, and for networks that read it', () => {
  const { rules } = dataAt(planOf({}), '/_headers')
  expect(rules[0].path).toBe('/*')
  expect(urlsOf(planOf(withHosting('{ cdn: none }')).pages)).not.toContain('/_headers')
})
