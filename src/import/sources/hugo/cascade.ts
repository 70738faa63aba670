// Fields that a page takes from the sections above it, or from the configuration: https://gohugo.io/content-management/front-matter/#cascade

import picomatch from 'picomatch'
import { asMap, asText, type Fields } from '../../fields/read-fields.ts'
import { lowerKeys } from './read-config.ts'

type Page = {
  /** Below the content, "/news/2020/pier". */
  readonly path: string
  readonly language: string
}

export type Cascade = {
  readonly values: Fields
  readonly reaches: (page: Page) => boolean
  /** It cannot be understood, so that nobody knows what it hides. */
  readonly isUnclear: boolean
}

/** One map or a list of them, each with a target or without. */
export const readCascade = (value: unknown): readonly Cascade[] => {
  if (value === undefined || value === null || value === '') return []
  return (Array.isArray(value) ? value : [value]).map((each): Cascade => {
    const map = asMap(each)
    if (map === null) return unclear
    const all = lowerKeys(map)
    const targets = [all.get('target') ?? all.get('_target') ?? null].flat()
    const values = new Map([...all].filter(([name]) => name !== 'target' && name !== '_target'))
    const reach = targets.map(reachOf)
    return { values, reaches: page => reach.some(reaches => reaches(page)), isUnclear: false }
  })
}

const unclear: Cascade = { values: new Map(), reaches: () => true, isUnclear: true }

/** A condition that is unknown holds, as it may hide something. */
const reachOf = (target: unknown): ((page: Page) => boolean) => {
  const map = asMap(target)
  const conditions = [...(map === null ? [] : lowerKeys(map))].map(([name, value]) => {
    const isMatch = matcher(asText(value) ?? '')
    if (name === 'path') return ({ path }: Page) => isMatch(path)
    if (name === 'kind') return () => isMatch('page')
    if (name === 'lang') return ({ language }: Page) => isMatch(language)
    if (name === 'environment') return () => isMatch('production')
    return () => true
  })
  return page => conditions.every(holds => holds(page))
}

/** Paths are matched whatever their case, with or without their ending. */
const matcher = (pattern: string): ((text: string) => boolean) => {
  const bare = pattern.toLowerCase().replace(/\.md$/, '')
  const isMatch = picomatch(bare.startsWith('/') || !bare.includes('/') ? bare : `/${bare}`, { dot: true })
  return text => isMatch(text.toLowerCase())
}

/** The nearest first: what a page says itself, or a nearer section, stays. */
export const withCascades = (own: Fields, cascades: readonly Cascade[]): Fields => {
  const fields = new Map(own)
  const known = new Set([...own.keys()].map(name => name.toLowerCase()))
  for (const { values } of cascades)
    for (const [name, value] of flat(values)) {
      if (known.has(name)) continue
      known.add(name)
      fields.set(name, value)
    }
  return fields
}

/** `build` and `_build` are one; a site's own fields may stand one level down. */
const flat = (values: Fields): Fields =>
  new Map([...values, ...(asMap(values.get('params')) ?? [])].filter(([name]) => name !== 'params'))
