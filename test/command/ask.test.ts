// What a command lacks is asked for where somebody is there to answer.

import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { askingAt } from '../../src/command/ask.ts'

const terminal = (isTTY: boolean) => {
  const [input, output] = [new PassThrough(), new PassThrough()].map(stream =>
    Object.assign(stream, { isTTY }),
  )
  return { input: input as PassThrough, output: output as PassThrough }
}

const one = (question: string, at: ReturnType<typeof terminal>) => askingAt(at, ask => ask(question))

test('An editor at a terminal is asked, and the lines that they type are the answers', async () => {
  const at = terminal(true)
  const answers = askingAt(at, async ask => [
    await ask('Which story?'),
    await ask('Why?'),
    await ask('When?'),
  ])
  at.input.write('  mill fire \nIt was wrong.\n')
  setTimeout(() => at.input.write('now\n'))
  expect(await answers).toEqual(['mill fire', 'It was wrong.', 'now'])
  expect(String(at.output.read())).toContain('Which story? ')
})

test.each([['\n'], ['  \n']])('%j is no answer', async typed => {
  const at = terminal(true)
  const answer = one('Which story?', at)
  at.input.write(typed)
  expect(await answer).toBeNull()
})

test('Whoever ends the input has not answered', async () => {
  const at = terminal(true)
  const answer = one('Which story?', at)
  at.input.end()
  expect(await answer).toBeNull()
})

test('A program that runs the command is not asked', async () => {
  const at = terminal(false)
  expect(await one('Which story?', at)).toBeNull()
  expect(at.output.read()).toBeNull()
})
