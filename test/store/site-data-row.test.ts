import { expect, test } from 'vitest'
import { rowOfSiteData, siteDataOf } from '../../src/store/site-data-row.ts'
import { newsroomOf } from '../rig/small-newsroom.ts'

const { site, sections, people, names, strings } = newsroomOf({}).newsroom
const data = { site, sections, people, names, strings }

test('site data comes back from a row of JSON as it was checked, in the same order', () => {
  const back = siteDataOf(JSON.parse(JSON.stringify(rowOfSiteData(data))))
  expect(back).toEqual(data)
  expect([...back.people.keys()]).toEqual([...people.keys()])
  expect(JSON.stringify([back.site, back.sections])).toBe(JSON.stringify([site, sections]))
})

test('a site without people and topics has none afterwards', () => {
  const none = { ...data, people: new Map(), names: { ...names, topics: new Map() } }
  expect(siteDataOf(JSON.parse(JSON.stringify(rowOfSiteData(none))))).toEqual(none)
})
