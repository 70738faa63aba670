import { randomBytes } from 'node:crypto'
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
})
