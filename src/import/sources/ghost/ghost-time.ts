// Times in exports of Ghost: in UTC, and written in three ways through its versions.

/** As a text with its zone; null when there is none. */
export const ghostTime = (value: unknown): string | null => {
  if (typeof value === 'number') return value > 0 ? ofMilliseconds(value) : null
  if (typeof value !== 'string' || value.trim() === '') return null
  if (/^\d{11,13}$/.test(value)) return ofMilliseconds(Number(value))
  return /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?$/.test(value) ? `${value.replace(' ', 'T')}Z` : value
}

/** A number that is no time stays as it is, and is told of like other dates that cannot be read. */
const ofMilliseconds = (value: number): string =>
  Math.abs(value) <= 8.64e15 ? new Date(value).toISOString() : String(value)
