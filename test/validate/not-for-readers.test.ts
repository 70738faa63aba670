// Stories as desks have sent them: with what nobody meant for readers.

import { expect, test } from 'vitest'
import { faultLines } from '../rig/faults-of.ts'
import { newsroomOf, storyAt, storyOf } from '../rig/small-newsroom.ts'

test('a note for the desk is no problem, and no word of the story', () => {
  const body =
    'Before. <!-- check with legal: our source is the pilot --> After.\n\n<!--\nWhole block for the desk only\n-->\n\nEnd.\n'
  expect(faultLines(body)).toEqual([])
  const [story] = newsroomOf(storyAt('2024-10-24T09:30:00+05:30', 'a', {}, body)).stories
  expect(story?.words).toBe(3)
  expect(storyOf({ title: '"Port <!-- or harbour? --> opens"' }).title).toBe('Port opens')
})

test('a text that is a note alone leaves readers with nothing, as an empty one does', () => {
  expect(faultLines('<!-- to be written -->\n')).toEqual(['7:1 text-missing'])
  expect(faultLines('')).toEqual(['7:1 text-missing'])
  expect(faultLines('', {}, { draft: 'true' })).toEqual([])
})

test('both versions of a fact are one error', () => {
  const body =
    'Before.\n\n<<<<<<< HEAD\nThe port is open.\n=======\nThe port is closed.\n>>>>>>> desk/late\n\nAfter.\n'
  expect(faultLines(body)).toEqual(['9:1 conflict-marker'])
})

test('control characters of a text have their line', () => {
  expect(faultLines('A\bb \vc \ufffe d &#0; e\n')).toEqual([
    '7:2 text-control-character',
    '7:12 text-control-character',
  ])
})

test('a direction that a headline or a summary leaves open would turn the name of the site', () => {
  const fields = {
    title: '"Port \u202eopens today"',
    summary: '"He said \u202bthat the port opens at noon, after two days of rain."',
  }
  expect(faultLines('One.\n', {}, fields)).toEqual([
    '2:9 text-control-character',
    '4:11 text-control-character',
  ])
})

test('a transcript has no HTML, no control characters, and no notes for readers', () => {
  const files = (text: string) => ({
    'content/stories/2024/10/24/horn.mp3': 'sound',
    'content/stories/2024/10/24/horn.txt': text,
  })
  const of = (text: string) => faultLines('![The horn](horn.mp3)\n', files(text))
  expect(of('A horn. <!-- whose? -->\n')).toEqual([])
  expect(of('A <b>horn</b>.\n')).toEqual(['1:3 html-in-text'])
  expect(of('A horn\b.\n')).toEqual(['1:7 text-control-character'])
})
