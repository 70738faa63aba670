// A point in time, and the calendar words that the site's zone gives it.

declare const instantBrand: unique symbol

/** Milliseconds since 1970-01-01T00:00:00Z, always a whole second. Made only by src/time/. */
export type Instant = number & { readonly [instantBrand]: true }

/** A day in the site's zone, "2024-10-24". */
export type Day = string

/** A month in the site's zone, "2024-10". */
export type Month = string

export const monthOf = (day: Day): Month => day.slice(0, 7)
