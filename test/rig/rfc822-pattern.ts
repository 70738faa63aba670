// The strict patterns of times on the wire.

/** W3C feed validator: English names, two-digit day, four-digit year, numeric offset. */
export const rfc822Pattern =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} ([01]\d|2[0-3]):[0-5]\d:[0-5]\d [+-]\d{4}$/
