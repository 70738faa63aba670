// Whatever reads what plain Eleventy prints may end before it.

/**
 * Eleventy prints each failure, also that nobody reads what it prints: it would go on so for ever. The site is made to
 * its end instead, unheard; a disk that has no room for the output is told by the exit status.
 */
export const outliveReaders = (): void => {
  for (const stream of [process.stdout, process.stderr]) {
    // `--serve` reads the configuration again and again.
    if (stream.listeners('error').includes(onUnheard)) continue
    stream.on('error', onUnheard)
  }
}

const onUnheard = ({ code }: NodeJS.ErrnoException): void => {
  if (code !== 'EPIPE') process.exitCode = 1
}
