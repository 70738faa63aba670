import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PictureFile } from '../../src/domain/story.ts'
import { isPlain, largestPlain, nameOfVariant, type Use, variantsOf } from '../../src/pictures/variants.ts'
import { mostAcross } from '../../src/read/read-picture.ts'

const picture = (width: number, height: number, isOpaque = true): PictureFile => ({
  src: 'a.jpg',
  file: 'content/stories/2024/10/24/a.jpg',
  digest: 'd',
  width,
  height,
  bytes: 1,
  isOpaque,
  pixels: { colour: '#abc' },
})
const namesOf = (of: PictureFile, use: Use) => variantsOf(of, use).map(nameOfVariant)
const sizes = fc.integer({ min: 1, max: 9000 })
const uses = fc.constantFrom<Use>('lead', 'body')

describe('whatever the size of the original', () => {
  test('no variant is wider or taller than it, and none is without pixels', () => {
    const property = fc.property(sizes, sizes, uses, (width, height, use) => {
      for (const variant of variantsOf(picture(width, height), use)) {
        expect(variant.width).toBeLessThanOrEqual(width)
        expect(variant.height).toBeLessThanOrEqual(height)
        expect(Math.min(variant.width, variant.height)).toBeGreaterThanOrEqual(1)
      }
    })
    fc.assert(property)
  })

  test('they are few, and each has a name of its own', () => {
    const property = fc.property(sizes, sizes, uses, (width, height, use) => {
      const names = namesOf(picture(width, height), use)
      expect(new Set(names).size).toBe(names.length)
      expect(names.length).toBeLessThanOrEqual(use === 'lead' ? 11 : 5)
    })
    fc.assert(property)
  })

  test('there is an AVIF, a WebP, and a JPEG that every browser shows', () => {
    const property = fc.property(sizes, sizes, uses, (width, height, use) => {
      const whole = variantsOf(picture(width, height), use).filter(({ crop }) => crop === null)
      expect(new Set(whole.map(({ format }) => format))).toEqual(new Set(['avif', 'webp', 'jpeg']))
    })
    fc.assert(property)
  })

  test('the whole picture keeps its shape, to a pixel', () => {
    const property = fc.property(sizes, sizes, uses, (width, height, use) => {
      for (const variant of variantsOf(picture(width, height), use).filter(({ crop }) => crop === null))
        expect(Math.abs(variant.height - Math.max(1, (variant.width * height) / width))).toBeLessThanOrEqual(
          0.5,
        )
    })
    fc.assert(property)
  })

  test('search engines get no crop under 50,000 pixels, and each in its ratio', () => {
    const property = fc.property(sizes, sizes, (width, height) => {
      for (const { crop, ...size } of variantsOf(picture(width, height), 'lead')) {
        if (crop === null) continue
        const [across = 1, down = 1] = crop.split('x').map(Number)
        expect(size.width * size.height).toBeGreaterThanOrEqual(50_000)
        expect(Math.abs(size.width / size.height - across / down)).toBeLessThan(0.01)
      }
    })
    fc.assert(property)
  })
})

describe('whatever an encoder cannot make is left out', () => {
  const sides = fc.oneof(
    fc.integer({ min: 1, max: mostAcross }),
    fc.constantFrom(16_383, 16_384, 16_385, mostAcross),
  )
  const longest = { avif: 16_384, webp: 16_383, jpeg: mostAcross, png: mostAcross }

  test('and there is always one that every browser shows', () => {
    const property = fc.property(sides, sides, uses, fc.boolean(), (width, height, use, isOpaque) => {
      const variants = variantsOf(picture(width, height, isOpaque), use)
      for (const variant of variants)
        expect(Math.max(variant.width, variant.height)).toBeLessThanOrEqual(longest[variant.format])
      expect(variants.some(variant => isPlain(variant) && variant.crop === null)).toBe(true)
    })
    fc.assert(property)
  })

  test.each([
    [16_383, ['640.avif', '640.webp', '640.jpg']],
    [16_384, ['640.avif', '640.jpg']],
    [16_385, ['640.jpg']],
  ])('of a picture that is %i pixels high', (height, names) => {
    expect(namesOf(picture(640, height), 'body')).toEqual(names)
  })

  test('of a picture that is higher than its smaller variants are', () => {
    expect(namesOf(picture(1280, 20_000), 'body')).toEqual(['640.avif', '640.webp', '1280.jpg'])
  })
})

test('what feeds enclose is made for the text as well', () => {
  const property = fc.property(sizes, sizes, fc.boolean(), (width, height, isOpaque) => {
    const of = picture(width, height, isOpaque)
    expect(variantsOf(of, 'body')).toContainEqual(largestPlain(of))
  })
  fc.assert(property)
})

test('a lead of a good size is cut to 16:9, 4:3 and 1:1, each 1,200 pixels across', () => {
  const crops = variantsOf(picture(1920, 1280), 'lead').filter(({ crop }) => crop !== null)
  expect(crops.map(({ crop, width, height, format }) => [crop, width, height, format])).toEqual([
    ['16x9', 1200, 675, 'jpeg'],
    ['4x3', 1200, 900, 'jpeg'],
    ['1x1', 1200, 1200, 'jpeg'],
  ])
})

test('a width that the original nearly has is left out', () => {
  expect(namesOf(picture(1300, 900), 'body').slice(0, 2)).toEqual(['640.avif', '1280.avif'])
  expect(namesOf(picture(1000, 900), 'body').slice(0, 2)).toEqual(['640.avif', '1000.avif'])
  expect(namesOf(picture(700, 900), 'body')).toEqual(['700.avif', '700.webp', '700.jpg'])
})

test('where something shows through, PNG takes the place of JPEG', () => {
  expect(namesOf(picture(500, 400, false), 'body')).toEqual(['500.avif', '500.webp', '500.png'])
})

test('of what is published as it is there are none', () => {
  expect(variantsOf({ ...picture(500, 400), pixels: null }, 'lead')).toEqual([])
})
