// The entries of a live blog, as many as a test wants, in words that do not compress to nothing.

const words =
  'the counting of votes in northern wards goes on while clerks carry sealed boxes past a crowd that waits under lamps for news from every harbour town and the mayor says nobody should expect a result before dawn because rain closed two roads and ferries stopped at noon observers from three parties signed each sheet officials repeated their numbers twice candidates thanked volunteers police reported no trouble turnout rose in eleven districts fell in four radio towers failed lawyers asked judges to extend polling engineers restored power students queued pensioners sang'.split(
    ' ',
  )

/** The same ones for the same entry. */
const wordsOf = (entry: number, count: number): string => {
  let seed = entry * 7_919 + 1
  return Array.from({ length: count }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return words[(seed >> 8) % words.length]
  }).join(' ')
}

const begin = Date.parse('2024-10-24T12:30:00Z')

/** Entry 0 is of 18:00 in the site's zone. "2024-10-24T12:30:00Z" */
export const timeOfEntry = (entry: number, minutes: number): string =>
  new Date(begin + entry * minutes * 60_000).toISOString().replace('.000Z', 'Z')

export const nightEntry = (entry: number, minutes = 2): string =>
  `::: entry ${timeOfEntry(entry, minutes)} Entry ${entry}: ${wordsOf(entry, 6)}\n${wordsOf(entry + 0.3, 30)}.\n\n${wordsOf(entry + 0.6, 30)}.\n:::\n`

/** `minutes`: between two of them. */
export const nightOf = (count: number, minutes = 2): string =>
  `What we know so far.\n\n${Array.from({ length: count }, (_, entry) => nightEntry(entry, minutes)).join('\n')}`
