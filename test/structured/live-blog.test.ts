import { expect, test } from 'vitest'
import { liveBlogPosting } from '../../src/structured/live-blog.ts'
import { at, storyOf } from '../rig/small-newsroom.ts'

const site = { url: 'https://bulletin.example', timezone: 'Asia/Kolkata' }
const entries = [
  { at: at('2024-10-24T13:10:00Z'), headline: 'Boats are in', text: 'All 212.' },
  { at: at('2024-10-24T03:30:00Z'), headline: 'The port closes', text: '' },
]
const live = { until: null, isOn: true }

test('search engines get each entry, with its address', () => {
  expect(liveBlogPosting({ ...storyOf(), live, entries, hours: [] }, site)).toEqual({
    coverageStartTime: '2024-10-24T09:00:00+05:30',
    liveBlogUpdate: [
      {
        '@type': 'BlogPosting',
        headline: 'Boats are in',
        datePublished: '2024-10-24T18:40:00+05:30',
        articleBody: 'All 212.',
        url: 'https://bulletin.example/world/2024/10/24/story/#e20241024T131000Z',
      },
      {
        '@type': 'BlogPosting',
        headline: 'The port closes',
        datePublished: '2024-10-24T09:00:00+05:30',
        url: 'https://bulletin.example/world/2024/10/24/story/#e20241024T033000Z',
      },
    ],
  })
})

test('the coverage begins with the story, and ends when it says so', () => {
  const ending = { until: at('2024-10-25T02:30:00Z'), isOn: false }
  expect(liveBlogPosting({ ...storyOf(), live: ending, entries: [], hours: [] }, site)).toEqual({
    coverageStartTime: '2024-10-24T09:30:00+05:30',
    coverageEndTime: '2024-10-25T08:00:00+05:30',
    liveBlogUpdate: [],
  })
})

test('other stories have none', () => expect(liveBlogPosting({ ...storyOf(), hours: [] }, site)).toBeNull())
