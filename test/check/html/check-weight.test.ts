import { randomBytes } from 'node:crypto'
import { brotliCompressSync, constants } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { checkWeight } from '../../../src/check/html/check-weight.ts'

const style = `<style>${'main p{margin:0;color:#123456}'.repeat(400)}</style>`
const noise = (bytes: number) => randomBytes(bytes).toString('hex')

describe('a page may weigh', () => {
  test('as much as it likes before it is compressed', () => {
    expect(checkWeight(`${style}<p>${'the same words '.repeat(4_000)}</p>`, 14_000)).toEqual([])
  })

  test('its limit and no more when it is compressed', () => {
    const [fault] = checkWeight(`${style}<p>${noise(16_000)}</p>`, 14_000)
    expect(fault?.code).toBe('page-heavy')
    const weight = Number(/weighs (\d+)/.exec(fault?.message ?? '')?.[1])
    expect(weight).toBeGreaterThan(16_000)
    expect(checkWeight(`${style}<p>${noise(6_000)}</p>`, 14_000)).toEqual([])
  })

  test('nearly its limit, with a warning from 85 % of it on', () => {
    const codes = (bytes: number) => checkWeight(`<p>${noise(bytes)}</p>`, 14_000).map(({ code }) => code)
    expect(codes(11_000)).toEqual([])
    const [fault] = checkWeight(`<p>${noise(12_500)}</p>`, 14_000)
    expect(fault).toMatchObject({
      code: 'page-near-weight',
      severity: 'warning',
      message: expect.stringMatching(/, 9\d % of the limit of 14000$/),
    })
  })

  const weightOf = (page: string) =>
    Number(/weighs (\d+)/.exec(checkWeight(page, 14_000)[0]?.message ?? '')?.[1])
  const compressed = (page: string, quality: number) =>
    brotliCompressSync(page, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_SIZE_HINT]: page.length,
      },
    }).length

  test('what the best compression makes of it, where that is near the limit', () => {
    const page = `<p>${noise(15_000)}</p>`
    expect(weightOf(page)).toBe(compressed(page, 11))
  })

  test('far more without being compressed for long', () => {
    const links = Array.from({ length: 20_000 }, (_, n) => `<a href="/a-${n}/">${n}</a>`).join('')
    expect(weightOf(links)).toBe(compressed(links, 9))
    const long = `<p>${'the same words '.repeat(60_000)}${noise(15_000)}</p>`
    expect(weightOf(long)).toBe(compressed(long, 9))
  })
})
