// One line that says what a long command is doing; silent in pipes, and for the first second.

export type ProgressLine = { readonly show: (stage: string) => void; readonly clear: () => void }

const patience = 1000

export const createProgressLine = (stream: NodeJS.WriteStream): ProgressLine => {
  if (!stream.isTTY) return { show: () => {}, clear: () => {} }
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
