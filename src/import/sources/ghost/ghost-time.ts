// Times in exports of Ghost: in UTC, and written in three ways through its versions.

/** As a text with its zone; null when there is none. */
export const ghostTime = (value: unknown): string | null => {
  if (typeof value === 'number') return value > 0 ? new Date(value).toISOString() : null
  if (typeof value !== 'string' || value.trim() === '') return null
  if (/^\d{11,13}$/.test(value)) return new Date(Number(value)).toISOString()
  return /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?$/.test(value) ? `${value.replace(' ', 'T')}Z` : value
}
