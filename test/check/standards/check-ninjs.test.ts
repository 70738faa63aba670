import { expect, test } from 'vitest'
import { checkNinjs } from '../../../src/check/standards/check-ninjs.ts'
import { context } from './faults-in.ts'

const item = {
  uri: 'tag:bulletin.example,2024:storm',
  pubStatus: 'usable',
  urgency: 5,
  firstCreated: '2024-10-24T09:30:00+05:30',
  versionCreated: '2024-10-24T10:30:00+05:30',
  headlines: [{ role: 'main', value: 'A storm' }],
  bodies: [{ role: 'main', value: '<p>It blew.</p>' }],
}

const faults = (document: unknown) =>
  checkNinjs(document, context).map(({ message }) => message.replace(' (ninjs 3.1)', ''))

test('a sound item is let through, also a withdrawn one', () => {
  expect(faults(item)).toEqual([])
  expect(faults({ uri: item.uri, pubStatus: 'canceled', versionCreated: item.versionCreated })).toEqual([])
})

test.each([null, [item], {}, { ...item, uri: 5 }])('%j is no item', document => {
  expect(faults(document)).toEqual(['an item needs a uri'])
})

test.each([
  [{ pubStatus: 'gone' }, 'pubStatus is another'],
  [{ pubStatus: undefined }, 'pubStatus is another'],
  [{ urgency: 0 }, 'urgency goes from 1 to 9'],
  [{ urgency: 10 }, 'urgency goes from 1 to 9'],
  [{ urgency: 1.5 }, 'urgency goes from 1 to 9'],
  [{ urgency: '5' }, 'urgency goes from 1 to 9'],
  [{ firstCreated: '24 October' }, 'a time has another form'],
  [{ versionCreated: '2024-10-24T05:00:00Z' }, 'a time has another form'],
  [{ headlines: [{ role: 'main' }] }, 'headlines, descriptions and bodies need a value'],
  [{ descriptions: [{ value: 5 }] }, 'headlines, descriptions and bodies need a value'],
  [{ bodies: [{ value: null }] }, 'headlines, descriptions and bodies need a value'],
])('an item with %j is found', (fields, message) => expect(faults({ ...item, ...fields })).toEqual([message]))
