import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Faces,
  fillLead,
  fillShape,
  inGroups,
  measureOf,
  mostIn,
  type Shape,
} from '../../src/front/shape-of.ts'

type Story = Faces & { readonly id: number }
const stories = (...pictures: readonly boolean[]): readonly Story[] =>
  pictures.map((hasPicture, id) => ({ id, hasPicture, hasFace: false }))
const [with_, without] = [true, false]
const shapeOf = (some: readonly Story[], before: Shape | null = null) => fillShape(some, before, null)?.shape
const ids = (filled: { readonly stories: readonly Story[] } | null) => filled?.stories.map(({ id }) => id)

test('what a part holds decides its shape', () => {
  expect(shapeOf(stories(with_, with_, with_, without))).toBe('three')
  expect(shapeOf(stories(with_, with_, without, without))).toBe('pair')
  expect(shapeOf(stories(without, with_, without))).toBe('list')
  expect(shapeOf(stories(without, without, without))).toBe('headlines')
  expect(shapeOf([])).toBeUndefined()
  const opinion = stories(without, without).map(story => ({ ...story, hasFace: true }))
  expect(shapeOf(opinion)).toBe('faces')
  expect(shapeOf([...opinion, ...stories(with_)])).not.toBe('faces')
})

test('two parts in a row do not look alike while they need not', () => {
  const many = stories(with_, with_, with_, with_)
  expect(shapeOf(many, 'three')).toBe('pair')
  expect(shapeOf(many, 'pair')).toBe('three')
  expect(shapeOf(stories(with_, without, without), 'list')).toBe('list')
})

test('a story with a picture comes up past a few without one, and the rest keep their order', () => {
  expect(ids(fillShape(stories(without, with_, without, with_, without), null, null))).toEqual([
    1, 3, 0, 2, 4,
  ])
})

test('what leads has seconds with pictures, or one more of them without', () => {
  expect(fillLead(stories(with_, with_, without), null)?.shape).toBe('lead')
  expect(fillLead(stories(with_, without, without, with_), null)?.shape).toBe('column')
  expect(fillLead([], null)).toBeNull()
})

const anyStories = fc.array(fc.record({ id: fc.nat(), hasPicture: fc.boolean(), hasFace: fc.boolean() }), {
  maxLength: 14,
})
const anyShape = fc.constantFrom(null, ...(Object.keys(measureOf) as Shape[]))

test('no part holds a story twice, more than fits or less than its shape needs, and its groups hold all of it', () =>
  fc.assert(
    fc.property(anyStories, anyShape, fc.constantFrom(null, 1, 3, 8), (some, before, most) => {
      const filled = fillShape(some, before, most)
      if (filled === null) {
        expect(some).toEqual([])
        return
      }
      const { shape, stories: shown } = filled
      expect(new Set(shown).size).toBe(shown.length)
      expect(shown.length).toBeLessThanOrEqual(Math.min(mostIn(shape), most ?? some.length))
      expect(shown.length).toBeGreaterThanOrEqual(measureOf[shape].fewest)
      expect(shown.slice(0, measureOf[shape].pictures).every(({ hasPicture }) => hasPicture)).toBe(true)
      expect(inGroups(shape, shown).flat()).toEqual(shown)
    }),
  ))
