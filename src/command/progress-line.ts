// One line that says what a long command is doing; silent for the first second. In pipes a line a minute.

import type { Report, SiteEvent } from '../domain/event.ts'
import { stageOf } from './stage-of.ts'

type Line = { readonly show: (stage: string) => void; readonly clear: () => void }

type ProgressLine = { readonly report: Report; readonly clear: () => void }

const patience = 1000
const patienceInPipes = 60_000

export const createProgressLine = (stream: NodeJS.WriteStream): ProgressLine => {
  const { show, clear } = stream.isTTY ? oneLine(stream) : rareLines(stream)
  const report = (event: SiteEvent) => {
    const stage = stageOf(event)
    if (stage !== null) show(stage)
  }
  return { report, clear }
}

const oneLine = (stream: NodeJS.WriteStream): Line => {
  let stage = ''
  let isShown = false
  const write = () => {
    isShown = true
    stream.write(`\r\u001b[2K${stage} …`)
  }
  const timer = setTimeout(write, patience)
  timer.unref()
  return {
    show: next => {
      stage = next
      if (isShown) write()
    },
    clear: () => {
      clearTimeout(timer)
      if (isShown) stream.write('\r\u001b[2K')
    },
  }
}

/** CI services stop a command that prints nothing for long. */
const rareLines = (stream: NodeJS.WriteStream): Line => {
  let stage = ''
  const timer = setInterval(() => stream.write(`${stage} …\n`), patienceInPipes)
  timer.unref()
  return {
    show: next => {
      stage = next
    },
    clear: () => clearInterval(timer),
  }
}
