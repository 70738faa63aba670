import { describe, expect, test } from 'vitest'
import { dataAt, planOf, storyAt, urlsOf } from '../../rig/small-newsroom.ts'

const files = {
  ...storyAt('2024-10-22T08:00:00+05:30', 'first'),
  ...storyAt('2024-10-23T08:00:00+05:30', 'gone', {
    withdrawn: '{ date: 2024-10-26T00:00:00Z, reason: It was not so. }',
  }),
  ...storyAt('2024-10-24T08:00:00+05:30', 'second', {
    authors: '[asha-rao, José Núñez]',
    tags: '[nato, ukraine-war]',
    image: '{ src: harbour.svg, alt: Ships, credit: Tom Field }',
    aliases: '[/old/second.html, /old/two]',
    updated: '2024-10-24T10:00:00+05:30',
  }),
  ...storyAt('2024-10-24T09:00:00+05:30', 'match', { section: 'sport' }),
  ...storyAt('2024-10-25T08:00:00+05:30', 'third'),
  ...storyAt('2024-10-26T08:00:00+05:30', 'draft', { draft: 'true' }),
}
const plan = planOf(files)
const page = dataAt(plan, '/world/2024/10/24/second/')

test('readers go on to the older story of the section, and back to the newer one', () => {
  expect(page.next).toEqual({ title: 'About first', language: null, url: '/world/2024/10/22/first/' })
  expect(page.previous).toEqual({ title: 'About third', language: null, url: '/world/2024/10/25/third/' })
})

test('the newest story has nothing before it, the oldest nothing after it, the only one neither', () => {
  expect(dataAt(plan, '/world/2024/10/25/third/').previous).toBeNull()
  expect(dataAt(plan, '/world/2024/10/22/first/').next).toBeNull()
  expect(dataAt(plan, '/sport/2024/10/24/match/')).toMatchObject({ next: null, previous: null })
})

test('a page knows its bylines, topics, bulletin and feed', () => {
  expect(page.story.bylines).toEqual([
    { name: 'Asha Rao', url: '/bylines/asha-rao/' },
    { name: 'José Núñez', url: '/bylines/jose-nunez/' },
  ])
  expect(page.story.topics).toEqual([
    { name: 'NATO', url: '/topics/nato/' },
    { name: 'Ukraine War', url: '/topics/ukraine-war/' },
  ])
  expect(page.story.bulletin).toBe('/2024/10/24/')
  expect(page.meta.feed).toEqual({ name: 'World', url: '/world/' })
})

test('a story is modified only when something followed its publication', () => {
  expect(page.story.modified).toBe(Date.parse('2024-10-24T04:30:00Z'))
  expect(dataAt(plan, '/world/2024/10/25/third/').story.modified).toBeNull()
})

describe('a withdrawn story', () => {
  test('leaves a tombstone with the reason, and nothing of its text', () => {
    const tombstone = dataAt(plan, '/world/2024/10/23/gone/')
    expect(tombstone.meta.kind).toBe('tombstone')
    expect(tombstone.withdrawn.reason).toBe('It was not so.')
    expect(JSON.stringify(tombstone)).not.toMatch(/About gone|Ships move|first paragraph/)
  })

  test('is passed over by its neighbours', () => expect(JSON.stringify(page)).not.toContain('gone'))
})

describe('an old address', () => {
  test.each([
    ['/old/second.html', 'old/second.html'],
    ['/old/two/', 'old/two/index.html'],
  ])('%s leads to the story', (url, output) => {
    expect(dataAt(plan, url)).toMatchObject({ target: '/world/2024/10/24/second/', meta: { kind: 'alias' } })
    expect(plan.pages.find(planned => planned.url === url)?.output).toBe(output)
  })

  test('of a story that is not live leads nowhere', () => {
    const hidden = planOf(
      storyAt('2024-10-26T08:00:00+05:30', 'draft', { draft: 'true', aliases: '[/old/]' }),
    )
    expect(urlsOf(hidden.pages)).not.toContain('/old/')
  })
})

test('a draft has no page', () => expect(JSON.stringify(plan.pages)).not.toContain('draft'))
