// Runs a command: `node scripts/run.js build --help` is what `npm run build -- --help` does.

import module from 'node:module'
import { engine } from './engine.js'

// Node 20 has none.
module.enableCompileCache?.()
if (process.env.DEBUG) process.setSourceMapsEnabled(true)
const [command] = process.argv.splice(2, 1)
await engine(command)
