// The months of a calendar by the names that languages have for them, as Intl knows them: long and short, alone and in a date.

import { remember } from '../../domain/remember.ts'

/** Languages in which dates are looked up besides those that an archive names. */
const usual = [
  ...'en ar bg bn ca cs cy da de el es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka ko'.split(' '),
  ...'lt lv mk mr ms nb nl nn pl pt ro ru sk sl sq sr sr-Latn sv sw ta te th tr uk ur vi zh zh-Hant'.split(
    ' ',
  ),
]

/** What the word means: the month's label in its calendar; or two of them. */
export type NamedMonth = { readonly label: string; readonly isEnglish: boolean } | 'unknown' | 'unclear'

/** `first` are languages whose names count before those of all others. */
export const monthOfWord = (word: string, calendar: string, first: readonly string[]): NamedMonth => {
  const name = foldName(word)
  if (name === '') return 'unknown'
  for (const language of first) {
    const label = namesOf(`${language} ${calendar}`).get(name)
    if (label !== undefined) return { label, isEnglish: /^en\b/.test(language) }
  }
  const english = namesOf(`en ${calendar}`).get(name) ?? namesOf(`en-GB ${calendar}`).get(name)
  const labels = new Set(
    (english === undefined ? usual : []).map(language => namesOf(`${language} ${calendar}`).get(name)),
  )
  labels.delete(undefined)
  const [label = english, second] = [...labels]
  if (second !== undefined) return 'unclear'
  return label === undefined ? 'unknown' : { label, isEnglish: english !== undefined }
}

/** Half of the day by its name: "p. m.", "午後". */
export const halfOfWord = (word: string): 'am' | 'pm' | null => halves(1).get(foldName(word)) ?? null

/** Parts of dates in a calendar, with Latin digits. */
export const partsIn = (
  language: string,
  calendar: string,
  month: 'numeric' | 'long' | 'short',
): ((time: number) => ReadonlyMap<string, string>) => {
  const format = new Intl.DateTimeFormat(`${language}-u-ca-${calendar}-nu-latn`, {
    ...{ timeZone: 'UTC', year: 'numeric', month, day: 'numeric' },
  })
  return time => new Map(format.formatToParts(time).map(({ type, value }) => [type, value]))
}

const dayLength = 86_400_000

/** Four years have every month that a calendar can have, and the steps are shorter than any of them but the last. */
const days = Array.from({ length: 366 }, (_, index) => Date.UTC(2019, 0, 1) + index * 4 * dayLength)

/** `key`: a language and a calendar. */
const namesOf = remember(400, (key: string): ReadonlyMap<string, string> => {
  const [language = '', calendar = ''] = key.split(' ')
  const names = new Map<string, string>()
  try {
    const label = partsIn('en', calendar, 'numeric')
    const lists = (['long', 'short'] as const).flatMap(month => [
      ...[{ month }, { year: 'numeric', month, day: 'numeric' } as const].map(options => {
        const format = new Intl.DateTimeFormat(`${language}-u-ca-${calendar}-nu-latn`, {
          ...{ timeZone: 'UTC', ...options },
        })
        return (time: number) => namesAmong(format.formatToParts(time))
      }),
    ])
    const sample = calendar === 'gregory' ? days.filter((_, index) => index < 92 && index % 7 === 1) : days
    for (const time of sample)
      for (const name of lists.flatMap(namesAt => namesAt(time)).map(foldName))
        if (!/^\d*$/.test(name) && !names.has(name)) names.set(name, label(time).get('month') ?? '')
  } catch {
    // No language that Intl knows.
  }
  return names
})

/** The month by itself, and with the letters that some languages write at it: "ב", "ren". */
const namesAmong = (parts: readonly Intl.DateTimeFormatPart[]): readonly string[] => {
  const index = parts.findIndex(({ type }) => type === 'month')
  const name = parts[index]?.value ?? ''
  const before = /[\p{L}\p{M}]+$/u.exec(parts[index - 1]?.value ?? '')?.[0] ?? ''
  const after = /^[\p{L}\p{M}]+/u.exec(parts[index + 1]?.value ?? '')?.[0] ?? ''
  return [name, `${before}${name}${after}`]
}

const halves = remember(1, (_: number): ReadonlyMap<string, 'am' | 'pm'> => {
  const found = new Map<string, 'am' | 'pm'>([
    ...(['a', 'am'] as const).map(name => [name, 'am'] as const),
    ...(['p', 'pm'] as const).map(name => [name, 'pm'] as const),
  ])
  for (const language of usual) {
    const format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', hour: 'numeric', hour12: true })
    for (const [hour, half] of [
      [9, 'am'],
      [15, 'pm'],
    ] as const) {
      const part = format.formatToParts(Date.UTC(2020, 0, 1, hour)).find(({ type }) => type === 'dayPeriod')
      const name = foldName(part?.value ?? '')
      if (name !== '' && !found.has(name)) found.set(name, half)
    }
  }
  return found
})

/** Names match whatever their case, their dots, and the article that stands before them: "d’octubre". */
const foldName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^d['’]|[.॰\u200c-\u200f\s׳'’·-]/gu, '')
