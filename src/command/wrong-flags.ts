// What is wrong with the flags of a command, in words that say what to type.

import { type ParseArgsConfig, parseArgs } from 'node:util'
import { nearMiss } from '../domain/near-miss.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** `help` says how each flag is written. Null when nothing is wrong that is known here. */
export const wrongFlags = (
  args: readonly string[],
  options: Options,
  takesWords: boolean,
  help: string,
): string | null => {
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue
    if (token.kind === 'positional') {
      if (takesWords) continue
      return `“${token.value}” is not understood: this command takes flags only, such as those below`
    }
    const { name, rawName, value, inlineValue } = token
    const option = options[name]
    if (option === undefined) {
      const known = Object.keys(options).map(flag => `--${flag}`)
      return `there is no flag ${rawName}; ${nearMiss(rawName, known) ?? 'the flags are below'}`
    }
    if (option.type === 'boolean' && value !== undefined)
      return `${rawName} takes no value; write ${rawName} alone`
    if (option.type === 'string' && (value === undefined || (!inlineValue && value.startsWith('-'))))
      return `${rawName} needs a value; write ${writtenIn(help, name)}`
  }
  return null
}

/** "--now=<time>", as the help has it. */
const writtenIn = (help: string, name: string): string => {
  const [, value = '<value>'] = new RegExp(`^ +--${name}[= ](\\S+)`, 'm').exec(help) ?? []
  return `--${name}=${value}`
}
