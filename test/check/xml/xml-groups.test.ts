import { describe, expect, test } from 'vitest'
import { parseXml } from '../../../src/check/xml/parse-xml.ts'
import { scanXml } from '../../../src/check/xml/scan-xml.ts'
import { groupsAt } from '../../../src/check/xml/xml-groups.ts'

const feed = (...entries: string[]) => `<feed><id>all</id>${entries.join('')}<id>end</id></feed>`
const groups = (xml: string) => {
  const read = [scanXml(xml) ?? [], parseXml(xml).elements].map(elements =>
    groupsAt(elements, 'feed/entry').map(({ offset, inside }) => [
      xml.slice(0, offset + 1).lastIndexOf('<entry'),
      inside.map(({ text }) => text).join(' '),
    ]),
  )
  expect(read[0]).toEqual(read[1])
  return read[0]
}

describe('the elements of each entry', () => {
  test('stand together, however deep', () => {
    const one = '<entry><id>1</id><author><name>Asha</name></author></entry>'
    const two = '<entry lang="en"><id>2</id></entry>'
    const xml = feed(one, two)
    expect(groups(xml)).toEqual([
      [xml.indexOf(one), '1 Asha'],
      [xml.indexOf(two), '2'],
    ])
  })

  test('also where what is deeper comes first', () => {
    const entry = (name: string) => `<entry><author><name>${name}</name></author><id>of ${name}</id></entry>`
    const xml = feed(entry('Asha'), entry('Tom'))
    expect(groups(xml)).toEqual([
      [xml.indexOf('<entry>'), 'Asha of Asha'],
      [xml.lastIndexOf('<entry>'), 'Tom of Tom'],
    ])
  })

  test('are none of an entry without any, nor of what only begins like one', () => {
    expect(groups(feed('<entry></entry>', '<entry/>'))).toEqual([])
    expect(groups(feed('<entrypoint><id>1</id></entrypoint>'))).toEqual([])
  })
})
