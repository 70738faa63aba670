// What notes of an item keep in memory: an archive has a hundred thousand of them.

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { createNotes } from '../../../src/import/report/note.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const livingBytes = (): number => {
  collectGarbage()
  return process.memoryUsage().heapUsed
}

const textSize = 2_000_000
const texts = 32

/** What stays of these texts while the notes do, in texts. */
const heldOf = (detailIn: (text: string) => string): number => {
  const before = livingBytes()
  const items = Array.from({ length: texts }, (_, number) => {
    const item = createNotes()
    const link = `https://old.example/2020/05/04/story-${number}/`
    item.addNote('Pointed a link at the old site', detailIn(`${link}${'x'.repeat(textSize)}`))
    return item
  })
  const held = livingBytes() - before
  expect(items.flatMap(({ notes }) => notes)).toHaveLength(texts)
  return held / textSize
}

describe('notes of an imported item', () => {
  it('do not keep the text that a link stood in', () => {
    expect(heldOf(text => text.slice(0, 42))).toBeLessThan(texts / 4)
  })

  it('keep of a long detail only what the report shows', () => {
    expect(heldOf(text => text)).toBeLessThan(texts / 4)
  })

  it('are there once each', () => {
    const { notes, addNote } = createNotes()
    for (const detail of ['/one/', '/two/', '/one/', undefined, undefined]) addNote('Dropped a link', detail)
    addNote('Kept a link', '/one/')
    expect(notes.map(({ message, detail }) => [message, detail])).toEqual([
      ['Dropped a link', '/one/'],
      ['Dropped a link', '/two/'],
      ['Dropped a link', null],
      ['Kept a link', '/one/'],
    ])
  })

  it('are two where their details differ only behind what the report shows', () => {
    const { notes, addNote } = createNotes()
    for (const end of ['one', 'two', 'one']) addNote('Dropped a tag', `${'a word '.repeat(40)}${end}`)
    expect(notes).toHaveLength(2)
  })
})
