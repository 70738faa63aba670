// Cuts an archive's file into front matter and body: YAML, TOML or JSON, well-formed or not.

import { parse as parseToml } from 'smol-toml'
import { failure, type Result, success } from '../../domain/result.ts'
import type { AddNote } from '../report/note.ts'
import type { Fields } from './read-fields.ts'
import { parseTomlAsFarAsPossible, parseYamlAsFarAsPossible } from './salvage-fields.ts'

export type ArchiveFile = {
  readonly fields: Fields
  /** Everything after the front matter, to the byte. */
  readonly body: string
  readonly hasFrontMatter: boolean
}

const yamlFence = /^(?:[ \t]*\n)*---[ \t]*(\w*)[ \t]*\n/
const tomlFence = /^(?:[ \t]*\n)*\+\+\+[ \t]*\n/

/** `text` has LF line ends. The fault says why the file cannot be imported. */
export const readFrontMatter = (text: string, addNote: AddNote): Result<ArchiveFile, string> => {
  const yaml = yamlFence.exec(text)
  const language = yaml?.[1]?.toLowerCase() ?? ''
  if (yaml && /^(js|javascript|coffee|ts)$/.test(language)) {
    return failure('its front matter is a program, and the import runs no code; write it as YAML')
  }
  if (yaml)
    return fenced(
      text,
      yaml[0].length,
      language === '' ? /^(?:---|\.\.\.)[ \t]*(?:\n|$)/m : /^---[ \t]*(?:\n|$)/m,
      source =>
        language === 'json'
          ? jsonFields(source)
          : language === 'toml'
            ? tomlFields(source, addNote)
            : parseYamlAsFarAsPossible(source, addNote),
    )
  const toml = tomlFence.exec(text)
  if (toml)
    return fenced(text, toml[0].length, /^\+\+\+[ \t]*(?:\n|$)/m, source => tomlFields(source, addNote))
  return leadingJson(text) ?? success({ fields: new Map(), body: text, hasFrontMatter: false })
}

const fenced = (
  text: string,
  start: number,
  closing: RegExp,
  parse: (source: string) => Fields | null,
): Result<ArchiveFile, string> => {
  const rest = text.slice(start)
  const close = closing.exec(rest)
  if (close === null)
    return failure(`its front matter is never closed; add a line ${text.slice(0, 3)} below its last field`)
  const fields = parse(rest.slice(0, close.index))
  if (fields === null) return failure('nothing in its front matter can be read; correct it and import again')
  return success({
    fields: flatten(fields),
    body: rest.slice(close.index + close[0].length),
    hasFrontMatter: true,
  })
}

const jsonFields = (source: string): Fields | null => {
  try {
    const value: unknown = JSON.parse(source)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? new Map(Object.entries(value))
      : null
  } catch {
    return null
  }
}

const tomlFields = (source: string, addNote: AddNote): Fields | null => {
  try {
    return new Map(Object.entries(parseToml(source)))
  } catch {
    return parseTomlAsFarAsPossible(source, addNote)
  }
}

/** Hugo's JSON front matter stands bare at the top of the file. */
const leadingJson = (text: string): Result<ArchiveFile, string> | null => {
  if (!/^\s*\{\s*(?:"|\})/.test(text)) return null
  const end = endOfObject(text)
  const fields = end === -1 ? null : jsonFields(text.slice(0, end))
  if (fields === null) return failure('its JSON front matter cannot be read; correct it and import again')
  return success({
    fields: flatten(fields),
    body: text.slice(end).replace(/^[ \t]*\n/, ''),
    hasFrontMatter: true,
  })
}

const endOfObject = (text: string): number => {
  let depth = 0
  let inString = false
  for (let index = 0; index < text.length; index++) {
    const letter = text[index]
    if (inString && letter === '\\') index++
    else if (letter === '"') inString = !inString
    else if (!inString && letter === '{') depth++
    else if (!inString && letter === '}' && --depth === 0) return index + 1
  }
  return -1
}

// Hugo and Zola keep the newsroom's own fields one level down.
const groups = ['params', 'extra', 'taxonomies']

const flatten = (fields: Fields): Fields => {
  const flat = new Map(fields)
  for (const group of groups) {
    const value = fields.get(group)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue
    flat.delete(group)
    for (const [name, inner] of Object.entries(value)) if (!flat.has(name)) flat.set(name, inner)
  }
  return new Map([...flat].map(([name, value]) => [name, withPlainDates(value)]))
}

/** TOML has dates of its own: back to the text they were written as. */
const withPlainDates = (value: unknown): unknown => {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString()
  return Array.isArray(value) ? value.map(withPlainDates) : value
}
