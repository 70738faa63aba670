// Runs a command: `node scripts/run.js build --help` is what `npm run build -- --help` does.

import module from 'node:module'
import { engine } from './engine.js'

// Node 20 has none.
module.enableCompileCache?.()
if (process.env.DEBUG) process.setSourceMapsEnabled(true)
const [command] = process.argv.splice(2, 1)
// Whoever watches needs what Eleventy starts a thread for: modules that are loaded again when they change.
if (command !== 'start') process.env.ELEVENTY_SKIP_ESM_RESOLVER = '1'
// Commands explain their own faults: this one kept the engine from starting.
await engine(command).catch(error => {
  const isShortOfFiles = /^E[MN]FILE$/.test(error.code)
  const remedy = isShortOfFiles ? '; allow more, with ulimit -n 4096, then run it again' : ''
  console.error(process.env.DEBUG ? error : error.message + remedy)
  process.exitCode = 1
})
