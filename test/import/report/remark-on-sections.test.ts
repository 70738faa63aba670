import { describe, expect, it } from 'vitest'
import { remarkOnSections } from '../../../src/import/report/remark-on-sections.ts'

const rules = {
  sections: [
    { key: 'world', name: 'World' },
    { key: 'sport', name: 'Sport' },
  ],
  fallback: 'world',
}
const unfiled = (categories: string[], labels: string[] = []) => ({ isUnfiled: true, categories, labels })

describe('what the report says of sections', () => {
  it('is nothing where each story found one', () => {
    expect(remarkOnSections([{ isUnfiled: false, categories: ['Sport'], labels: ['Cup'] }], rules)).toEqual(
      [],
    )
  })

  it('names the categories of the stories that went to the default one, most often first, and what to do', () => {
    const stories = [
      unfiled(['Open Data', 'Stadt']),
      unfiled(['Stadt']),
      unfiled(['stadt']),
      unfiled([], ['Radio']),
    ]
    expect(remarkOnSections(stories, rules)).toEqual([
      '3 stories went to the section world, as none is like their category: 3 × stadt, 1 × open-data',
      '1 story without a category went to the section world; their tags: 1 × radio',
      'Say where they go, and import again: --map stadt=world (the sections are world, sport), or write sections by such names into _data/sections.yaml',
    ])
  })

  it('names eight of many, and has no example where there is nothing to map', () => {
    const many = Array.from({ length: 12 }, (_, index) => unfiled([`part-${String(index).padStart(2, '0')}`]))
    expect(remarkOnSections(many, rules)[0]).toMatch(/1 × part-07 and 4 more$/)
    expect(remarkOnSections([unfiled([])], rules)).toEqual([
      '1 story without a category went to the section world',
    ])
  })
})
