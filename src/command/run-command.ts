// What every command shares: its flags, its help, its exit status.

import { type ParseArgsConfig, parseArgs } from 'node:util'
import { CalledWrongly } from '../domain/called-wrongly.ts'
import { visibleText } from '../domain/visible-text.ts'
import { plainReason } from '../system/explain-disk-fault.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/**
 * Exit statuses: 0 done; 1 the content or the site has errors; 2 the command was called wrongly; 3 nothing is due, or
 * published, but without what has problems.
 */
export type ExitStatus = 0 | 1 | 2 | 3

/** The value of each flag, as node:util reads it. */
export type FlagValues<Flags extends Options> = ReturnType<
  typeof parseArgs<{ options: Flags; strict: true }>
>['values']

type Command<Flags extends Options> = {
  /** Printed by `--help`; its first line says what the command is for. */
  readonly help: string
  readonly options: Flags
  readonly allowPositionals?: boolean
  readonly run: (call: {
    readonly values: FlagValues<Flags>
    readonly words: readonly string[]
  }) => Promise<ExitStatus> | ExitStatus
}

export const runCommand = async <const Flags extends Options>(command: Command<Flags>): Promise<void> => {
  // Whatever reads our output may stop early, as `head` does.
  process.stdout.on('error', error => {
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit()
    process.stderr.write(`cannot print all of it: ${plain(error)}\n`)
    process.exit(1)
  })
  process.exitCode = await statusOf(command)
}

const plain = (error: Error): string => visibleText(plainReason(error, process.cwd()))

const statusOf = async <const Flags extends Options>(command: Command<Flags>): Promise<ExitStatus> => {
  const options = { ...command.options, help: { type: 'boolean' as const, short: 'h' as const } }
  try {
    const { values, positionals } = parseArgs({
      options,
      allowPositionals: command.allowPositionals ?? false,
    })
    if ((values as { help?: boolean }).help) {
      console.log(command.help)
      return 0
    }
    return await command.run({ values: values as never, words: positionals })
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      const { wrongFlags } = await import('./wrong-flags.ts')
      const fault =
        wrongFlags(process.argv.slice(2), options, command.allowPositionals ?? false, command.help) ??
        error.message
      console.error(`${visibleText(fault)}\n\n${command.help}`)
      return 2
    }
    console.error(process.env.DEBUG ? error : plain(error))
    return error instanceof CalledWrongly ? 2 : 1
  }
}
