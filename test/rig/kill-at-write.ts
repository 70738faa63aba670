// Kills a process right before its n-th write into some folders. Preloaded there by `node --import`; tests take the flags.

import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { basename, delimiter, join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

type KillAtWrite = {
  /** 1 is before the first write. 'never': the process runs to its end. */
  readonly at: number | 'never'
  /** Absolute. Writes elsewhere do not count. */
  readonly folders: readonly string[]
  /** Gets the number of writes as text, when the process ends by itself. */
  readonly countFile: string
  /**
   * Absolute; instead of being killed, the process copies the folders at each write to `<copyTo>/<n>/<name>`: what a kill
   * at n would leave. `<copyTo>/<n>/write` says which write it was.
   */
  readonly copyTo?: string
}

/**
 * What Node must be started with, after the flags that let it run TypeScript. A whole file's writing, and a copy, counts
 * twice: before it, and when half of it is there. Removing a folder with all in it counts for each thing in it.
 */
export const killAtWrite = ({ at, folders, countFile, copyTo }: KillAtWrite) => ({
  flags: ['--import', import.meta.url],
  environment: {
    ...(copyTo === undefined ? {} : { DATELINE_KILL_COPY: copyTo }),
    DATELINE_KILL_AT: String(at),
    DATELINE_KILL_IN: folders.join(delimiter),
    DATELINE_KILL_COUNT: countFile,
  },
})

type Call = (...args: unknown[]) => unknown

/** Which arguments name a place that the call changes. */
const places: Readonly<Record<string, readonly number[]>> = {
  appendFile: [0],
  copyFile: [1],
  cp: [1],
  link: [1],
  mkdir: [0],
  open: [0],
  rename: [0, 1],
  rm: [0],
  rmdir: [0],
  symlink: [1],
  truncate: [0],
  unlink: [0],
  writeFile: [0],
}

const startKilling = (
  at: number,
  folders: readonly string[],
  countFile: string,
  copyTo: string | undefined,
): void => {
  const { writeFileSync, readFileSync, lstatSync, readdirSync, cpSync, existsSync, mkdirSync } = fs
  let count = 0
  // Node makes some of its calls by others of them.
  let isInside = false

  const copy = (to: string, write: string): void => {
    mkdirSync(to, { recursive: true })
    writeFileSync(join(to, 'write'), write)
    for (const folder of folders.filter(each => existsSync(each)))
      cpSync(folder, join(to, basename(folder)), { recursive: true, preserveTimestamps: true })
  }

  const step = (write: string, tear?: () => void): void => {
    count += 1
    if (count !== at && copyTo === undefined) return
    isInside = true
    tear?.()
    if (copyTo === undefined) process.kill(process.pid, 'SIGKILL')
    else copy(join(copyTo, String(count)), write)
    isInside = false
  }

  const isWatched = (place: unknown): boolean => {
    if (typeof place !== 'string' && !(place instanceof URL) && !Buffer.isBuffer(place)) return false
    const path = resolve(place instanceof URL ? fileURLToPath(place) : String(place))
    return folders.some(folder => path === folder || path.startsWith(folder + sep))
  }

  const halfOf = (content: unknown): string | Uint8Array => {
    const fullBuildReason = content instanceof Uint8Array ? content : Buffer.from(String(content))
    return fullBuildReason.subarray(0, fullBuildReason.length / 2)
  }

  const countWrite = (name: string, args: readonly unknown[]): void => {
    if (name === 'open' && !/[wa+]/.test(String(args[1] ?? 'r'))) return
    if (!places[name]?.some(index => isWatched(args[index]))) return
    const write = `${name} ${places[name].map(index => args[index]).join(' ')}`
    step(write)
    if (name === 'writeFile') step(write, () => writeFileSync(args[0] as string, halfOf(args[1])))
    if (name === 'copyFile')
      step(write, () => writeFileSync(args[1] as string, halfOf(readFileSync(args[0] as string))))
  }

  const counted =
    (name: string, call: Call): Call =>
    (...args) => {
      if (isInside) return call(...args)
      countWrite(name, args)
      isInside = true
      try {
        return call(...args)
      } finally {
        isInside = false
      }
    }

  const wrap = (module: object, suffix: string): void => {
    const calls = module as Record<string, Call>
    for (const name of Object.keys(places)) {
      const call = calls[name + suffix]
      if (call !== undefined) calls[name + suffix] = counted(name, call.bind(module))
    }
  }
  wrap(fs, 'Sync')
  wrap(fs, '')
  wrap(fs.promises, '')

  // Node removes a folder by one call inside it, or by many, as its version has it; here each thing is one write.
  const { rmSync, rmdirSync } = fs
  fs.rmSync = (path, options) => {
    const isFolder = lstatSync(path, { throwIfNoEntry: false })?.isDirectory()
    if (isInside || !isFolder || !options?.recursive || !isWatched(path)) return rmSync(path, options)
    for (const name of readdirSync(path)) fs.rmSync(join(String(path), name), options)
    rmdirSync(path)
  }

  syncBuiltinESMExports()
  process.on('exit', () => writeFileSync(countFile, String(count)))
}

const {
  DATELINE_KILL_AT: at,
  DATELINE_KILL_IN: folders,
  DATELINE_KILL_COUNT: countFile,
  DATELINE_KILL_COPY: copyTo,
} = process.env
if (at !== undefined && folders !== undefined && countFile !== undefined)
  startKilling(Number(at), folders.split(delimiter), countFile, copyTo)
