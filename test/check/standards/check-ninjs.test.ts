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
  [{ pubStatus: 'gone' }, 'pubStatus must be usable, withheld or canceled'],
  [{ pubStatus: undefined }, 'pubStatus must be usable, withheld or canceled'],
  [{ urgency: 0 }, 'urgency must be a whole number from 1 to 9'],
  [{ urgency: 10 }, 'urgency must be a whole number from 1 to 9'],
  [{ urgency: 1.5 }, 'urgency must be a whole number from 1 to 9'],
  [{ urgency: '5' }, 'urgency must be a whole number from 1 to 9'],
  [
    { firstCreated: '24 October' },
    'firstCreated and versionCreated must be times such as 2024-10-24T09:30:00+05:30',
  ],
  [
    { versionCreated: '2024-10-24T05:00:00Z' },
    'firstCreated and versionCreated must be times such as 2024-10-24T09:30:00+05:30',
  ],
  [{ headlines: [{ role: 'main' }] }, 'each of headlines, descriptions and bodies needs a value'],
  [{ descriptions: [{ value: 5 }] }, 'each of headlines, descriptions and bodies needs a value'],
  [{ bodies: [{ value: null }] }, 'each of headlines, descriptions and bodies needs a value'],
])('an item with %j is found', (fields, message) => expect(faults({ ...item, ...fields })).toEqual([message]))
