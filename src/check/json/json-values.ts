// Reads values from JSON whose shape nobody guarantees.

/** The value; a SyntaxError where the text is not JSON. */
export const parseJson = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch (error) {
    return error
  }
}

export type JsonRecord = Readonly<Record<string, unknown>>

export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const recordsIn = (value: unknown): readonly JsonRecord[] =>
  Array.isArray(value) ? value.filter(isRecord) : []

export const stringOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined

/** Milliseconds; NaN where it is not a time, undefined where there is no value. */
export const timeIn = (value: unknown): number | undefined =>
  value === undefined ? undefined : Date.parse(String(value))
