// Turns bursts of changes into single builds, one at a time: what changes during a build leads to one more.

type RebuildQueue = {
  /** `file` is relative to the site's root; null when only the clock moved. */
  readonly add: (file: string | null) => void
  /** Builds at once; resolves when that build has ended. */
  readonly start: () => Promise<void>
  /** Takes no more changes, and waits for a build that is under way. */
  readonly close: () => Promise<void>
}

/** Editors write a file in two or three steps. */
const settling = 15

/** `run` gets the files that changed since it was last called, and must not throw. */
export const createRebuildQueue = (run: (changed: readonly string[]) => Promise<void>): RebuildQueue => {
  const changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | null = null
  let isWaiting = false
  let isClosed = false

  const start = (): Promise<void> => {
    if (running !== null) {
      isWaiting = true
      return running
    }
    const files = [...changed].sort()
    changed.clear()
    isWaiting = false
    running = run(files).finally(() => {
      running = null
      if (isWaiting && !isClosed) void start()
    })
    return running
  }

  return {
    start,
    add: file => {
      if (isClosed) return
      if (file !== null) changed.add(file)
      clearTimeout(timer)
      timer = setTimeout(start, settling)
    },
    close: async () => {
      isClosed = true
      clearTimeout(timer)
      await running
    },
  }
}
