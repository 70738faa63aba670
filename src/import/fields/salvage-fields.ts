// Front matter that is not quite YAML or TOML: read field by field, as far as possible.

import { parse as parseToml } from 'smol-toml'
import type { AddNote } from '../report/note.ts'
import { loadOldYaml } from './load-old-yaml.ts'
import type { Fields } from './read-fields.ts'

const duplicate = 'Used the last of two front matter fields with one name'
const mended = 'Read a malformed front matter field as plain text'
const lost = 'Dropped a front matter field that cannot be read'

/** Null when nothing at all can be read. Dates stay text, no tag runs code. */
export const parseYamlAsFarAsPossible = (source: string, addNote: AddNote): Fields | null => {
  if (source.trim() === '') return new Map()
  const strict = readYaml(source, false)
  if (strict !== null) return strict
  const lenient = readYaml(source, true)
  if (lenient !== null) {
    addNote(duplicate)
    return lenient
  }
  const fields = new Map<string, unknown>()
  for (const chunk of chunksOf(source, /^["']?[A-Za-z_][\w-]*["']?[ \t]*:(?=\s|$)/)) {
    const [, name = '', rest = ''] = /^["']?(.*?)["']?[ \t]*:([\s\S]*)$/.exec(chunk) ?? []
    const read =
      readYaml(chunk, true) ?? readYaml(chunk.replaceAll('\t', '  '), true) ?? readYaml(indented(chunk), true)
    const value = read === null ? plainScalar(rest) : [...read.values()][0]
    if (read === null) addNote(value === null ? lost : mended, name)
    if (fields.has(name)) addNote(duplicate, name)
    if (value !== null && value !== undefined) fields.set(name, value)
  }
  return fields.size === 0 ? null : fields
}

const readYaml = (source: string, json: boolean): Fields | null => {
  try {
    const value: unknown = loadOldYaml(source, { json, maxAliases: 20, maxDepth: 30 })
    if (value === null || value === undefined) return new Map()
    return typeof value === 'object' && !Array.isArray(value) ? new Map(Object.entries(value)) : null
  } catch {
    return null
  }
}

/** Null when nothing at all can be read. */
export const parseTomlAsFarAsPossible = (source: string, addNote: AddNote): Fields | null => {
  const fields = new Map<string, unknown>()
  for (const chunk of chunksOf(source, /^[\w."-]+[ \t]*=/)) {
    const [, name = '', rest = ''] = /^"?([\w.-]+)"?[ \t]*=([\s\S]*)$/.exec(chunk) ?? []
    const value = readTomlValue(chunk) ?? plainScalar(rest)
    if (value === null) addNote(lost, name)
    else if (readTomlValue(chunk) === null) addNote(mended, name)
    if (fields.has(name)) addNote(duplicate, name)
    if (value !== null) fields.set(name, value)
  }
  return fields.size === 0 ? null : fields
}

const readTomlValue = (chunk: string): unknown => {
  try {
    return Object.values(parseToml(chunk))[0] ?? null
  } catch {
    return null
  }
}

/** A text in quotes may run over several lines, which YAML wants indented and writers do not indent. */
const indented = (chunk: string): string => chunk.replace(/\n(?=.)/g, '\n  ')

/** Each field with the lines that belong to it: those of a text in quotes, and those that open no other field. */
const chunksOf = (source: string, opens: RegExp): readonly string[] => {
  const chunks = cut(source, opens, true)
  return isOpen(chunks.at(-1) ?? '') ? cut(source, opens, false) : chunks
}

const cut = (source: string, opens: RegExp, heedsQuotes: boolean): readonly string[] => {
  const chunks: string[] = []
  for (const line of source.split('\n')) {
    const last = chunks.at(-1)
    const isInside = heedsQuotes && last !== undefined && isOpen(last)
    if (!isInside && /^\[/.test(line)) break
    if (!isInside && opens.test(line)) chunks.push(line)
    else if (last !== undefined) chunks[chunks.length - 1] = `${last}\n${line}`
  }
  return chunks
}

/** Whether a quoted value has begun and is not yet closed. */
const isOpen = (chunk: string): boolean => {
  const quote = /^[^:=\n]*[:=][ \t]*(["'])/.exec(chunk)
  if (quote === null) return false
  const rest = chunk.slice(quote[0].length).replace(/\\.|''/gs, '')
  return !new RegExp(`${quote[1]}[ \\t]*(?:#.*)?$`, 'm').test(rest)
}

/** One line of text without the quotes around it; null when the value is a list, a map or nothing. */
const plainScalar = (rest: string): string | null => {
  const line = rest.trim()
  if (line === '' || /\n\s*-\s/.test(rest) || /^[[{|>&*]/.test(line)) return null
  return line.replace(/\s+/g, ' ').replace(/^["']+|["']+$/g, '') || null
}
