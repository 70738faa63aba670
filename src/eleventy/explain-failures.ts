// When plain Eleventy fails it prints its own errors, one inside the other, and a stack. In their place stands what a caller knows.

import { realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { innermostOf } from './page-not-made.ts'

type Explain = (error: Error) => Promise<string>
type ErrorHandler = { readonly prototype: { error: (error: Error, heading?: string) => void } }

/** `--serve` reads the configuration again and again: the newest counts. */
let newest: Explain | null = null

/** Only where Eleventy was started by its own command, which prints all that is thrown. With DEBUG its own words stay. */
export const explainFailures = async (explain: Explain): Promise<void> => {
  const command = eleventyCommand()
  if (command === null) return
  const isFirst = newest === null
  newest = explain
  if (!isFirst) return
  // The very module that runs: what is compiled into the engine is another.
  const file = pathToFileURL(join(dirname(command), 'src/Errors/EleventyErrorHandler.js')).href
  const { EleventyErrorHandler } = (await import(file)) as { readonly EleventyErrorHandler: ErrorHandler }
  takeOver(EleventyErrorHandler)
}

const eleventyCommand = (): string | null => {
  const [, started = ''] = process.argv
  if (!/eleventy/.test(started)) return null
  const command = realpathSync(started)
  return /[\\/]@11ty[\\/]eleventy[\\/]cmd\.cjs$/.test(command) ? command : null
}

const takeOver = ({ prototype }: ErrorHandler): void => {
  const own = prototype.error
  // It prints the same failure where it happens, and once more at its end.
  const explained = new WeakSet<Error>()
  prototype.error = function (error, heading) {
    if (process.env.DEBUG) own.call(this, error, heading)
    const inner = innermostOf(error)
    if (newest === null || explained.has(inner)) return
    explained.add(inner)
    void newest(error).then(
      text => console.error(text),
      () => own.call(this, error, heading),
    )
  }
}
