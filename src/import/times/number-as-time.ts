// Times that are written as a number: Unix times, days of spreadsheets, digits without signs between them.

/** In the spelling of ISO 8601, with what the report says of it; null when it could be anything. */
type NumberedTime = { readonly text: string; readonly guess: string | null }

const unixGuess = 'Read a number as a Unix time'
const sheetGuess = 'Read a number as the day of a spreadsheet'

export const numberAsTime = (written: string): NumberedTime | null => {
  const digits =
    /^(1[89]\d\d|2[01]\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:([01]\d|2[0-3])([0-5]\d)([0-5]\d)?)?$/.exec(
      written,
    )
  if (digits) {
    const [, year, month, day, hour, minute, second = '00'] = digits
    const clock = hour === undefined ? '' : `T${hour}:${minute}:${second}`
    return { text: `${year}-${month}-${day}${clock}`, guess: null }
  }
  const ordinal = /^(1[89]\d\d|2[01]\d\d)(\d{3})$/.exec(written)
  if (ordinal) return { text: `${ordinal[1]}-${ordinal[2]}`, guess: null }
  const value = Number(written)
  return Number.isFinite(value) ? (ofSheet(written, value) ?? ofUnix(value)) : null
}

/** From 1990 to 2100: the day 1 was the first of the year 1900, and the sheets count a 29 February that it never had. */
const ofSheet = (written: string, value: number): NumberedTime | null => {
  if (value < 32_874 || value >= 73_051) return null
  const time = new Date(Math.round((value - 25_569) * 86_400) * 1000).toISOString()
  return { text: written.includes('.') ? time.slice(0, 19) : time.slice(0, 10), guess: sheetGuess }
}

/** Seconds of five years and more; or thousandths, millionths, billionths of them. */
const ofUnix = (value: number): NumberedTime | null => {
  const size = Math.abs(value)
  const unit = size >= 1e17 ? 1e-6 : size >= 1e14 ? 1e-3 : size >= 1e11 ? 1 : 1000
  const milliseconds = value * unit
  return size < 1e8 || Math.abs(milliseconds) > 7e12
    ? null
    : { text: new Date(milliseconds).toISOString(), guess: unixGuess }
}
