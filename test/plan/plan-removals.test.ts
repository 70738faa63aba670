import { beforeEach, describe, expect, test } from 'vitest'
import type { Files } from '../rig/site-folder.ts'
import { storyAt, urlsOf } from '../rig/small-newsroom.ts'
import type { PublishSequence } from './publish-sequence.ts'
import { archive, createFullSequence, fileOf, now, whyOf } from './three-months.ts'

let sequence: PublishSequence
beforeEach(() => {
  sequence = createFullSequence()
})

const without = (file: string): Files => {
  const { [file]: _, ...rest } = archive
  return rest
}

describe('a story that goes', () => {
  const file = fileOf('evening-10-23')

  test('removed: its page and its data go, and what showed it is planned', () => {
    const plan = sequence.publish(without(file), now)
    const reasons = [{ because: 'story', change: 'removed', file }]
    expect(plan.removals).toEqual([
      { output: 'sport/2024/10/23/evening-10-23/index.html', reasons },
      { output: 'sport/2024/10/23/evening-10-23/index.json', reasons },
    ])
    expect(whyOf(plan)).toMatchObject({
      '/': reasons,
      '/2024/10/23/': reasons,
      '/sport/2024/10/14/evening-10-14/': reasons,
    })
  })

  test('the last one of its month: the month’s pages go, and the months beside it are planned', () => {
    const { removals, pages } = sequence.publish(
      Object.fromEntries(Object.entries(archive).filter(([name]) => !name.includes('/2024/09/'))),
      now,
    )
    expect(removals.map(({ output }) => output)).toEqual(
      expect.arrayContaining(['2024/09/index.html', 'world/2024/09/index.html', 'sitemaps/2024-09.xml']),
    )
    expect(urlsOf(pages)).toEqual(
      expect.arrayContaining([
        '/2024/08/',
        '/2024/10/',
        '/2024/08/23/',
        '/2024/10/05/',
        '/sitemap.xml',
        '/world/2024/08/',
        '/world/2024/10/',
        '/world/2024/10/05/morning-10-05/',
      ]),
    )
  })

  test('withdrawn: a tombstone takes the place of its page, and it is nowhere else', () => {
    const withdrawn = storyAt('2024-10-23T20:00:00+05:30', 'evening-10-23', {
      section: 'sport',
      withdrawn: '{ date: 2024-10-25T00:00:00Z, reason: It was not so. }',
    })
    const plan = sequence.publish({ ...archive, ...withdrawn }, now)
    expect(plan.removals).toEqual([])
    expect(plan.vacated).toEqual(['sport/2024/10/23/evening-10-23/index.html'])
    expect(plan.pages.find(({ url }) => url === '/sport/2024/10/23/evening-10-23/')?.kind).toBe('tombstone')
  })

  test('drafted again: its page goes, and its data', () => {
    const draft = storyAt('2024-10-23T20:00:00+05:30', 'evening-10-23', { section: 'sport', draft: 'true' })
    expect(sequence.publish({ ...archive, ...draft }, now).removals).toMatchObject([
      { output: 'sport/2024/10/23/evening-10-23/index.html' },
      { output: 'sport/2024/10/23/evening-10-23/index.json' },
    ])
  })
})
