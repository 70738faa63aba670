// "1/2/2020" could be two days. One date with a number above 12 says how its archive writes them all.

export const dayOrderNames = ['day first', 'month first', 'year first'] as const

export type DayOrder = (typeof dayOrderNames)[number]

/** What the numbers of a date stand between, and the choices in which they are a date. */
export type DayQuestion = { readonly separator: string; readonly choices: readonly DayOrder[] }

type Chosen = { readonly order: DayOrder; readonly isGuess: boolean }

export type DayEvidence = {
  /** A date that can be read in one order only. */
  readonly see: (question: DayQuestion) => void
  /** Null as long as dates that were not read yet may decide. */
  readonly choose: (question: DayQuestion) => Chosen | null
  /** How many dates were not clear when they were asked for. */
  readonly open: () => number
  /** All dates were read. */
  readonly close: () => void
}

/** `usual`: the order where no date of the archive decides. */
export const createDayEvidence = (usual: DayOrder, stated: DayOrder | null = null): DayEvidence => {
  const seen = new Map<string, Set<DayOrder>>()
  let open = 0
  let isClosed = false
  const only = (choices: Iterable<DayOrder>): DayOrder | null => {
    const [first, second] = new Set(choices)
    return second === undefined ? (first ?? null) : null
  }
  return {
    see: ({ separator, choices: [order] }) => {
      if (order !== undefined) seen.set(separator, (seen.get(separator) ?? new Set()).add(order))
    },
    choose: ({ separator, choices }) => {
      if (stated !== null && choices.includes(stated)) return { order: stated, isGuess: false }
      if (!isClosed) {
        open++
        return null
      }
      const own = seen.get(separator)
      const shown = only(own ?? [...seen.values()].flatMap(each => [...each]))
      if (shown !== null && choices.includes(shown)) return { order: shown, isGuess: false }
      const byDefault = separator === '.' ? 'day first' : usual
      return { order: choices.includes(byDefault) ? byDefault : (choices[0] ?? usual), isGuess: true }
    },
    open: () => open,
    close: () => {
      isClosed = true
    },
  }
}

/** As a language writes its short dates. */
export const orderOfLanguage = (language: string | null): DayOrder => {
  try {
    const parts = new Intl.DateTimeFormat(language ?? 'en-GB', { timeZone: 'UTC' }).formatToParts(0)
    const [first] = parts.filter(({ type }) => type === 'day' || type === 'month')
    return first?.type === 'month' && parts[0]?.type !== 'year' ? 'month first' : 'day first'
  } catch {
    return 'day first'
  }
}
