import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createProgressLine } from '../../src/command/progress-line.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const open = (isTTY: boolean) => {
  const written: string[] = []
  const stream = { isTTY, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream
  return { written, line: createProgressLine(stream) }
}

test('a terminal shows what goes on, in one line that is gone afterwards', () => {
  const { written, line } = open(true)
  line.report({ type: 'reading' })
  expect(written).toEqual([])
  vi.advanceTimersByTime(2_000)
  line.report({ type: 'publishing' })
  line.clear()
  expect(written).toEqual(['\r\u001b[2Kreading stories …', '\r\u001b[2Kpublishing …', '\r\u001b[2K'])
})

test('who is quick says nothing', () => {
  for (const isTTY of [true, false]) {
    const { written, line } = open(isTTY)
    line.report({ type: 'reading' })
    line.clear()
    vi.advanceTimersByTime(1_000_000)
    expect(written).toEqual([])
  }
})

test('a log says now and then that a long command goes on', () => {
  const { written, line } = open(false)
  line.report({ type: 'encoding', done: 4, all: 90 })
  vi.advanceTimersByTime(130_000)
  line.clear()
  expect(written).toEqual([
    'encoding 90 new pictures, each only once: 4 done …\n',
    'encoding 90 new pictures, each only once: 4 done …\n',
  ])
})
