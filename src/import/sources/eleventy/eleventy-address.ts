// The address that Eleventy gives a file: its own path, or what its permalink makes of the story's fields.

import readableSlug from '@sindresorhus/slugify'
import plainSlug from 'slugify'
import type { LocalTime } from '../../../time/local-time.ts'
import { asMap, asText, type Fields } from '../../fields/read-fields.ts'
import { wordsOfTime } from '../../links/words-of-time.ts'

type Addressed = {
  /** Relative to the folder that pages are made of. */
  readonly file: string
  readonly fields: Fields
  /** Null when it has no date, or one that cannot be read. */
  readonly time: LocalTime | null
}

export const defaultAddress = (file: string): string => {
  const steps = file.split('/')
  const name = (steps.pop() ?? '').replace(/\.\w+$/, '')
  const own = name === 'index' || name === steps.at(-1) ? [] : [name]
  return `/${[...steps, ...own, ''].join('/')}`
}

/** `permalink` is a template in Liquid or Nunjucks. Null where it asks for more than an import knows. */
export const permalinkAddress = (permalink: string, page: Addressed): string | null => {
  if (permalink.includes('{%')) return null
  let isKnown = true
  const path = permalink.replace(/\{\{-?([\s\S]*?)-?\}\}/g, (_, expression: string) => {
    const value = printed(expression, page)
    if (value === null) isKnown = false
    return value ?? ''
  })
  return isKnown ? `/${path.trim()}`.replace(/\/{2,}/g, '/') : null
}

const printed = (expression: string, page: Addressed): string | null => {
  const [head = '', ...filters] = (expression.match(/(?:"[^"]*"|'[^']*'|[^|"'])+/g) ?? []).map(part =>
    part.trim(),
  )
  const isDate = /^(?:page\.)?date$/.test(head)
  const dated = isDate ? formatted(filters.shift() ?? '', page.time) : null
  const value = isDate ? dated : fieldAt(head, page)
  return filters.reduce<string | null>(
    (text, filter) => (text === null ? null : filtered(text, filter)),
    value,
  )
}

const fieldAt = (head: string, { file, fields }: Addressed): string | null => {
  const quoted = /^(["'])(.*)\1$/s.exec(head)
  if (quoted) return quoted[2] ?? ''
  if (head === 'page.fileSlug') return fileSlug(file)
  if (head === 'page.filePathStem') return `/${pathStem(file)}`
  let value: unknown = Object.fromEntries(fields)
  for (const name of head.split('.')) value = asMap(value)?.get(name)
  return asText(value)
}

const withoutDay = (name: string): string => /\d{4}-\d{2}-\d{2}-(.*)/.exec(name)?.[1] ?? name

const pathStem = (file: string): string => {
  const steps = file.split('/')
  const name = withoutDay((steps.pop() ?? '').replace(/\.\w+$/, ''))
  return [...steps, name].join('/')
}

/** The name of a file, or that of its folder for an index. */
const fileSlug = (file: string): string => {
  const steps = pathStem(file).split('/')
  const name = steps.pop() ?? ''
  return name === 'index' ? withoutDay(steps.at(-1) ?? '') : name
}

const filtered = (text: string, filter: string): string | null => {
  const name = /^\w+/.exec(filter)?.[0] ?? ''
  if (name === 'slugify') return readableSlug(text, { decamelize: false })
  if (name === 'slug') return plainSlug(text, { replacement: '-', lower: true })
  if (name === 'downcase' || name === 'lower') return text.toLowerCase()
  return /^(?:trim|strip|safe|url|string)$/.test(name) ? text : null
}

/** Filters for dates are the site's own: by the format that stands with one, as all libraries spell it. */
const formatted = (filter: string, time: LocalTime | null): string | null => {
  if (time === null) return null
  const words = wordsOfTime(time)
  const format = /["']([^"']*)["']/.exec(filter)?.[1]
  if (format === undefined) {
    const { year, month, day } = words
    if (/^htmlDateString\b/.test(filter)) return `${year}-${month}-${day}`
    return /^(?:to)?date_?(?:to_?)?path\b/i.test(filter) ? `${year}/${month}/${day}` : null
  }
  const isUnix = format.includes('%')
  let isKnown = true
  const text = format.replace(isUnix ? /%-?\w/g : /[a-zA-Z]+/g, token => {
    const word = (isUnix ? unixWords : formatWords)[token]
    if (word === undefined) isKnown = false
    return words[word ?? ''] ?? ''
  })
  return isKnown ? text : null
}

const unixWords: Readonly<Record<string, string>> = {
  ...{ '%Y': 'year', '%y': 'short_year', '%m': 'month', '%-m': 'i_month', '%d': 'day', '%-d': 'i_day' },
  ...{ '%b': 'short_month', '%B': 'long_month', '%j': 'y_day', '%a': 'short_day', '%A': 'long_day' },
  ...{ '%H': 'hour', '%M': 'minute', '%S': 'second', '%G': 'w_year', '%V': 'week' },
}

const formatWords: Readonly<Record<string, string>> = {
  ...{ yyyy: 'year', YYYY: 'year', y: 'year', yy: 'short_year', YY: 'short_year' },
  ...{ MM: 'month', LL: 'month', M: 'i_month', L: 'i_month', MMM: 'short_month', LLL: 'short_month' },
  ...{ MMMM: 'long_month', LLLL: 'long_month', dd: 'day', DD: 'day', d: 'i_day', D: 'i_day' },
  ...{ HH: 'hour', mm: 'minute', ss: 'second' },
}
