import { describe, expect, it } from 'vitest'
import { findAuthors } from '../../../src/import/fields/find-authors.ts'

const known = { people: [{ key: 'asha-rao', name: 'Asha Rao' }], archive: new Map([['jdoe', 'Jane Doe']]) }
const authors = (value: unknown) => findAuthors(value, known, () => {})

describe('authors', () => {
  it.each<[unknown, string[]]>([
    ['Asha Rao', ['asha-rao']],
    ['By Asha Rao <asha@x.example>', ['asha-rao']],
    ['asha-rao', ['asha-rao']],
    ['Rao, Asha', ['Rao, Asha']],
    ['Asha Rao and Li Wei', ['asha-rao', 'Li Wei']],
    ['Asha Rao, Li Wei', ['asha-rao', 'Li Wei']],
    [
      ['jdoe', 'john-donmoyer'],
      ['Jane Doe', 'John Donmoyer'],
    ],
    [
      [{ name: 'Li Wei' }, { name: 'Asha Rao' }],
      ['Li Wei', 'asha-rao'],
    ],
    [{ name: 'Li Wei', email: 'x' }, ['Li Wei']],
    [null, []],
    [['', null], []],
    [[7, '12'], []],
  ])('%j', (written, expected) => {
    expect(authors(written)).toEqual(expected)
  })
})
