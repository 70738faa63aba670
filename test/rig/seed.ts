// Properties try the same values in every run, so that a red test stays red; `SEED=7 npm test` tries others.

import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.SEED ?? 20241024) })
