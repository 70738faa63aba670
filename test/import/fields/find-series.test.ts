import { describe, expect, it } from 'vitest'
import { addSeries } from '../../../src/import/add-series.ts'
import { findSeries } from '../../../src/import/fields/find-series.ts'
import { readFields } from '../../../src/import/fields/read-fields.ts'

const known = [{ key: 'harbour', name: 'Our harbour' }]
const find = (fields: Record<string, unknown>) => {
  const notes: string[] = []
  const reader = readFields(new Map(Object.entries(fields)))
  const series = findSeries(reader, known, (_, detail) => notes.push(detail ?? ''))
  return { series, notes }
}

describe('the series of a story', () => {
  it('is one that the site has, by its key or its title', () => {
    const harbour = { key: 'harbour', name: 'Our harbour', isKnown: true }
    for (const series of ['harbour', 'Our Harbour', ['Our Harbour'], { slug: 'harbour' }])
      expect(find({ series })).toEqual({ series: harbour, notes: [] })
  })

  it('is a new one by its name, wherever systems have it', () => {
    const storm = { key: 'the-storm', name: 'The storm', isKnown: false }
    const fields = [
      { series: ['The storm'] },
      { Series_Title: 'The storm' },
      { series: { name: 'The storm', slug: 's1' } },
      { series: [{ title: 'The storm' }] },
    ]
    for (const each of fields) expect(find(each)).toEqual({ series: storm, notes: [] })
    expect(find({ seriesSlug: 'the-storm' }).series).toMatchObject({ key: 'the-storm' })
  })

  it('is one of several, and the others are told of', () => {
    expect(find({ series: ['The storm', 'harbour'] })).toMatchObject({
      ...{ series: { key: 'harbour' }, notes: ['The storm'] },
    })
    expect(find({ series: [] })).toEqual({ series: null, notes: [] })
  })
})

describe('series that are added to _data/series.yaml', () => {
  const storm = { key: 'the-storm', name: 'The “storm”: part' }

  it('stand behind those that are there, whose text stays', () => {
    const text = '# Ours\nharbour:\n  title: Our harbour # kept'
    expect(addSeries(text, [storm, { key: '2019', name: '2019' }])).toBe(
      `${text}\nthe-storm:\n  title: "The “storm”: part"\n"2019":\n  title: "2019"\n`,
    )
    expect(addSeries('', [storm])).toBe('the-storm:\n  title: "The “storm”: part"\n')
    expect(addSeries('# None\n{}\n', [storm])).toContain('the-storm:\n')
  })

  it.each(['[a]\n', '{ harbour: { title: Our harbour } }\n', 'a: [\n', 'the-storm: {}\n'])(
    'are not written into what would not hold them: %j',
    text => {
      expect(addSeries(text, [storm])).toBeNull()
    },
  )
})
