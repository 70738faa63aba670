import { describe, expect, test } from 'vitest'
import { faultsOf } from '../../rig/faults-of.ts'

describe('fields below the fields', () => {
  test.each([
    ['one of another program', '---\nauthor: Asha Rao\n---\nThe port is shut.\n', '8:1', 'author: Asha Rao'],
    ['the same form again', '\n---\ntitle: A\ntags:\n- a\n---\n', '9:1', 'title: A'],
  ])('are a warning: %s', (_what, body, at, words) =>
    expect(faultsOf(body)).toContainEqual({ code: 'front-matter-repeated', at, words }),
  )

  test.each([
    ['a line between two parts', '---\nThe port: it is shut.\n\n---\n'],
    ['a note for readers', '---\nNote: the port is shut.\n\n---\n'],
    ['a text that begins with a word and a colon', 'update: the port is shut.\n\nIt rained.\n'],
  ])('are none: %s', (_what, body) =>
    expect(faultsOf(body).filter(({ code }) => code === 'front-matter-repeated')).toEqual([]),
  )
})
