// When the stories of an invented archive appear: about fifty a day, fewer at weekends, up to a fixed last day.

/** A Sunday. Long past, so that no story of the archive is held back. */
const lastDay = Date.UTC(2024, 11, 29)

/** Stories a day, from the last day backwards: Sunday, Saturday, and five working days. 350 a week. */
const week = [40, 40, 54, 54, 54, 54, 54] as const
const storiesOfWeek = week.reduce((sum, count) => sum + count, 0)

const dayInSeconds = 86_400
const firstHour = 6
const workingHours = 16

/** The archive's zone, which has one offset all the year round. */
export const zone = { name: 'Asia/Kolkata', offset: '+05:30' } as const

type Slot = {
  /** Unique in any archive: year, month, day and place in the day, as a number of ten digits. */
  readonly number: number
  /** In the archive's zone, "2024-12-29". */
  readonly day: string
  /** Seconds since the day began. */
  readonly second: number
  /** How many seconds may pass before the next story's slot begins. */
  readonly length: number
}

/** The slot of a story `back` places before the archive's newest. Negative: one that is added to it, on the last day. */
export const slotOf = (back: number): Slot => {
  if (back < 0) return slotOn(0, (week[0] ?? 0) - back - 1, (firstHour + workingHours) * 3600 - back * 60, 30)
  let left = back % storiesOfWeek
  let daysBack = Math.floor(back / storiesOfWeek) * week.length
  for (const count of week) {
    if (left < count) {
      const length = Math.floor((workingHours * 3600) / count)
      const place = count - 1 - left
      return slotOn(daysBack, place, firstHour * 3600 + place * length, length)
    }
    left -= count
    daysBack += 1
  }
  throw new RangeError(`there is no slot ${back}`)
}

const slotOn = (daysBack: number, place: number, second: number, length: number): Slot => {
  const day = new Date(lastDay - daysBack * dayInSeconds * 1000).toISOString().slice(0, 10)
  return {
    number: Number(`${day.replaceAll('-', '')}${String(place).padStart(2, '0')}`),
    day,
    second,
    length,
  }
}

/** RFC 3339 in the archive's zone. */
export const timeOn = (day: string, second: number): string => {
  const parts = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60]
  return `${day}T${parts.map(part => String(part).padStart(2, '0')).join(':')}${zone.offset}`
}
