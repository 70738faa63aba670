import { describe, expect, test } from 'vitest'
import { storyFile, storyText } from '../rig/site-data.ts'
import { problemsOf, storyAt } from '../rig/small-newsroom.ts'

const others = {
  ...storyAt('2024-10-23T09:00:00+05:30', 'storm', { section: 'nation' }),
  ...storyAt('2024-10-24T10:00:00+05:30', 'port', { slug: 'port-is-shut' }),
  ...storyAt('2024-10-24T11:00:00+05:30', 'match', { section: 'sport' }),
  ...storyAt('2024-10-22T11:00:00+05:30', 'match', { section: 'sport' }),
}
const hintFor = (href: string, files = others) =>
  problemsOf({ ...files, [storyFile]: storyText({}, `Read [more](${href}).\n`) }).map(({ hint }) => hint)

describe('A link to the file of a story is shown with the address of that story', () => {
  test.each([
    ['port.md', '/world/2024/10/24/port-is-shut/'],
    ['./port.md#top', '/world/2024/10/24/port-is-shut/#top'],
    ['match.md', '/sport/2024/10/24/match/'],
    ['../23/storm.md', '/nation/2024/10/23/storm/'],
    ['../22/match.md', '/sport/2024/10/22/match/'],
    ['content/stories/2024/10/22/match.md', '/sport/2024/10/22/match/'],
    ['2024/10/22/match.md', '/sport/2024/10/22/match/'],
    ['PORT.MD', '/world/2024/10/24/port-is-shut/'],
    ['storm.markdown', '/nation/2024/10/23/storm/'],
  ])('%s', (href, url) => expect(hintFor(href)).toEqual([`write ${url}`]))

  test('where no story is meant, with what one looks like', () => {
    const example =
      'write the address of its page, which ends in /nowhere/, such as /world/2024/10/24/nowhere/'
    expect(hintFor('nowhere.md')).toEqual([example])
  })

  test('of two by the same name elsewhere, nobody knows which', () => {
    const files = {
      ...storyAt('2024-10-22T11:00:00+05:30', 'match'),
      ...storyAt('2024-10-21T11:00:00+05:30', 'match'),
    }
    expect(hintFor('match.md', files)[0]).toContain('which ends in /match/')
  })
})
