import { expect, test } from 'vitest'
import { foldHeavy } from '../../src/check/fold-heavy.ts'
import { locationOfFile, type Problem } from '../../src/domain/problem.ts'
import { noTables } from '../../src/store/tables.ts'

const near = (file: string, url: string): Problem => ({
  ...{ code: 'page-near-weight', severity: 'warning', hint: '', location: locationOfFile(file) },
  message: `${url}: the page weighs a lot`,
})
const stories = Array.from({ length: 13 }, (_, at) =>
  near(`content/stories/2024/10/24/story-${at}.md`, `/world/2024/10/24/story-${at}/`),
)
const messages = (problems: readonly Problem[]) => foldHeavy(problems, noTables).map(({ message }) => message)

test('Pages near their weight are no wall: ten stories by name, the others and all other pages together', () => {
  expect(messages(stories.slice(0, 10))).toHaveLength(10)
  const said = messages([near('_data/site.yaml', '/'), ...stories, near('_data/site.yaml', '/world/')])
  expect(said).toHaveLength(12)
  expect(said[0]).toBe('/: the page weighs a lot; so is it with 1 more page, such as /world/')
  expect(said.at(-1)).toMatch(
    /story-10\/: .*; so is it with 2 more pages of stories, such as \/world\/\S+story-11\/$/,
  )
})
