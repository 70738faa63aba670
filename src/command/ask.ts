// Asks an editor at a terminal for what a command lacks.

import { createInterface, type Interface } from 'node:readline/promises'
import type { Readable, Writable } from 'node:stream'

type Terminal = {
  readonly input: Readable & { readonly isTTY?: boolean }
  readonly output: Writable & { readonly isTTY?: boolean }
}

/** An answer in one line; null where nobody is there to answer, and for an empty one. */
export type Ask = (question: string) => Promise<string | null>

/** Lines that were typed ahead answer the questions that follow. */
export const askingAt = async <Answers>(
  { input, output }: Terminal,
  run: (ask: Ask) => Promise<Answers>,
): Promise<Answers> => {
  if (!input.isTTY || !output.isTTY) return run(async () => null)
  let lines: Interface | null = null
  let typed: AsyncIterator<string> | null = null
  try {
    return await run(async question => {
      lines ??= createInterface({ input, output })
      typed ??= lines[Symbol.asyncIterator]()
      lines.setPrompt(`${question} `)
      lines.prompt()
      const { value, done } = await typed.next()
      return done || value.trim() === '' ? null : value.trim()
    })
  } finally {
    ;(lines as Interface | null)?.close()
  }
}
