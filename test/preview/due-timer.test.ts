import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Instant } from '../../src/domain/instant.ts'
import { createDueTimer } from '../../src/preview/due-timer.ts'

const start = Date.parse('2024-10-24T09:30:00Z')
const hour = 3_600_000

beforeEach(() => vi.useFakeTimers({ now: start }))
afterEach(() => vi.useRealTimers())

const readNow = () => Date.now() as Instant

test('What is due in an hour is announced in an hour, once', () => {
  const onDue = vi.fn()
  createDueTimer(readNow, onDue).aim((start + hour) as Instant)
  vi.advanceTimersByTime(hour - 1)
  expect(onDue).not.toHaveBeenCalled()
  vi.advanceTimersByTime(hour)
  expect(onDue).toHaveBeenCalledOnce()
})

test('What is due in ten years is not announced tomorrow', () => {
  const onDue = vi.fn()
  createDueTimer(readNow, onDue).aim((start + 10 * 365 * 24 * hour) as Instant)
  vi.advanceTimersByTime(24 * hour)
  expect(onDue).not.toHaveBeenCalled()
})

test('A machine that slept over it announces it soon after', () => {
  const onDue = vi.fn()
  createDueTimer(readNow, onDue).aim((start + 8 * hour) as Instant)
  vi.setSystemTime(start + 9 * hour)
  vi.advanceTimersByTime(60_000)
  expect(onDue).toHaveBeenCalledOnce()
})

test('A new instant takes the place of the old one, and none waits for nothing', () => {
  const onDue = vi.fn()
  const timer = createDueTimer(readNow, onDue)
  timer.aim((start + hour) as Instant)
  timer.aim((start + 3 * hour) as Instant)
  vi.advanceTimersByTime(2 * hour)
  expect(onDue).not.toHaveBeenCalled()
  timer.aim(null)
  vi.advanceTimersByTime(2 * hour)
  expect(onDue).not.toHaveBeenCalled()
})
