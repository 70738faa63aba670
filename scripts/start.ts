// npm start: previews the site in the browser, rebuilt at every save.

import { nowHelp, readNow } from '../src/command/read-now.ts'
import { runCommand } from '../src/command/run-command.ts'
import { startPreview } from '../src/preview/preview.ts'

await runCommand({
  help: `Previews the site in the browser with drafts and held stories, and rebuilds it at every save.

npm start -- [flags]
  --port=<number>             serve at this port, or the next free one (default: 8080; 0: any free port)
  --host                      let phones and other machines in too, by an address with a token
  ${nowHelp}
  --help                      show this text`,
  options: {
    port: { type: 'string', default: '8080' },
    host: { type: 'boolean', default: false },
    now: { type: 'string' },
  },
  run: async ({ values }) => {
    const port = Number(values.port)
    if (!/^\d+$/.test(values.port) || port > 65_535) {
      console.error(`--port is “${values.port}”; write a number from 0 to 65535`)
      return 2
    }
    // Refused here rather than at the first build.
    readNow(values.now)
    const preview = await startPreview({
      root: process.cwd(),
      port,
      readNow: () => readNow(values.now),
      isClockRunning: !values.now && !process.env.DATELINE_NOW,
      isOpen: values.host,
      print: console.log,
    })
    const ended = new Promise(resolve => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, resolve)
    })
    const [own = '', ...others] = preview.urls
    for (const url of others) console.log(`From other machines: ${url}`)
    console.log(`Preview at ${own} (press Ctrl-C to stop)`)
    await ended
    await preview.close()
    return 0
  },
})
