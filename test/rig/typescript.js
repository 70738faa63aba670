// Lets Node run the programs of tests as they stand, in TypeScript: `node --import` this. The engine is compiled instead.

import { register } from 'node:module'

if (!process.features.typescript) register('./typescript-hooks.js', import.meta.url)
