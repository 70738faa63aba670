// npm start: the site for editors, in the browser, up to date with every save.

import { nowHelp, readNow } from '../src/command/read-now.ts'
import { runCommand } from '../src/command/run-command.ts'
import { startPreview } from '../src/preview/preview.ts'

await runCommand({
  help: `Shows the site as editors see it, drafts and held stories too, and follows every save.

npm start -- [flags]
  --port=<number>             the first port to try (default: 8080; 0 takes any)
  ${nowHelp}
  --help                      show this text`,
  options: { port: { type: 'string', default: '8080' }, now: { type: 'string' } },
  run: async ({ values }) => {
    const port = Number(values.port)
    if (!/^\d+$/.test(values.port) || port > 65_535) {
      console.error(`--port is “${values.port}”; write a number from 0 to 65535`)
      return 2
    }
    const preview = await startPreview({
      root: process.cwd(),
      port,
      readNow: () => readNow(values.now),
      isClockRunning: !values.now && !process.env.DATELINE_NOW,
      print: console.log,
    })
    const ended = new Promise(resolve => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, resolve)
    })
    console.log(`The preview is at ${preview.url}/ — Ctrl-C ends it.`)
    await ended
    await preview.close()
    return 0
  },
})
