import { describe, expect, it } from 'vitest'
import { readFrontMatter } from '../../../src/import/fields/read-front-matter.ts'
import { createNotes } from '../../../src/import/report/note.ts'

const read = (text: string) => {
  const { notes, addNote } = createNotes()
  const parsed = readFrontMatter(text, addNote)
  if (!parsed.ok) return { fault: parsed.fault }
  const { fields, body } = parsed.value
  return {
    fields: Object.fromEntries(fields),
    body,
    notes: notes.map(({ message, detail }) => `${message} ${detail ?? ''}`.trim()),
  }
}

describe('front matter in the wild', () => {
  it('is read as YAML, with dates as text', () => {
    expect(read('---\ntitle: A\ndate: 2020-01-02\n---\n---\nbody')).toEqual({
      fields: { title: 'A', date: '2020-01-02' },
      body: '---\nbody',
      notes: [],
    })
  })

  it('is read as TOML, with dates as they were written', () => {
    const { fields } = read(
      '+++\ntitle = "A"\ndate = 2020-01-02\nlastmod = 2020-01-02T03:04:05-07:00\n[extra]\nauthor = "B"\n+++\nbody',
    )
    expect(fields).toEqual({
      title: 'A',
      date: '2020-01-02',
      lastmod: '2020-01-02T03:04:05.000-07:00',
      author: 'B',
    })
  })

  it('is read as JSON, bare or fenced', () => {
    expect(read('{\n"title": "A } b"\n}\nbody')).toMatchObject({ fields: { title: 'A } b' }, body: 'body' })
    expect(read('---json\n{"title": "A"}\n---\nbody')).toMatchObject({ fields: { title: 'A' }, body: 'body' })
  })

  it('is taken as far as it can be read', () => {
    expect(read('---\ntitle: A: b\ntags:\n- x\n- y\n---\n')).toMatchObject({
      fields: { title: 'A: b', tags: ['x', 'y'] },
      notes: ['Read a malformed front matter field as plain text title'],
    })
    expect(read('---\ntitle: A\ntitle: B\n---\n')).toMatchObject({
      fields: { title: 'B' },
      notes: ['Used the last of two front matter fields with one name'],
    })
    expect(read('---\ntags:\n\t- x\ntitle: "He said "no""\n---\n')).toMatchObject({
      fields: { tags: ['x'], title: 'He said "no' },
    })
    expect(read('---\nsummary: "One\nnote: two\nthree"\ntitle: A\n---\n')).toMatchObject({
      fields: { summary: 'One note: two three', title: 'A' },
      notes: [],
    })
    expect(read('---\nlist: [a, b\ntitle: A\n---\n')).toMatchObject({
      fields: { title: 'A' },
      notes: ['Dropped a front matter field that cannot be read list'],
    })
    expect(read('+++\ntitle = "A"\ntitle = "B"\nbad = no quotes\n+++\n')).toMatchObject({
      fields: { title: 'B', bad: 'no quotes' },
    })
  })

  it('runs nothing', () => {
    expect(read('---\ntitle: !!js/function "function(){}"\ndate: 2020-01-02\n---\n')).toMatchObject({
      fields: { date: '2020-01-02' },
    })
    expect(read('---js\n{}\n---\n')).toMatchObject({ fault: expect.stringContaining('no code') })
  })

  it('may be missing', () => {
    expect(read('just text')).toMatchObject({ fields: {}, body: 'just text' })
  })
})
