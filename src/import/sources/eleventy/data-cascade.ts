// The fields that an Eleventy site gives to a story besides its own: https://www.11ty.dev/docs/data-cascade/

import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readText } from '../../../system/files.ts'
import { readDataFile } from '../../fields/read-data-file.ts'
import { asMap, asText, asTexts, type Fields } from '../../fields/read-fields.ts'
import { readFrontMatter } from '../../fields/read-front-matter.ts'
import { withoutOwnFields } from '../own-fields.ts'
import { type ExportedData, exportedData } from '../program/exported-data.ts'
import type { Part } from '../program/parse-program.ts'
import type { EleventySite } from './eleventy-site.ts'

export type Cascade = {
  /** Nearest last. */
  readonly levels: readonly Fields[]
  /** Fields that a program makes, by the file that it stands in. */
  readonly made: readonly { readonly file: string; readonly name: string; readonly part: Part }[]
  /** Programs that may give more fields than can be seen. */
  readonly open: readonly string[]
}

const none: Cascade = { levels: [], made: [], open: [] }

const joined = (...all: readonly Cascade[]): Cascade => ({
  levels: all.flatMap(({ levels }) => levels),
  made: all.flatMap(({ made }) => made),
  open: all.flatMap(({ open }) => open),
})

export type CascadeReader = (file: string, front: Fields) => Cascade

/** Each data file is read once. */
export const createCascade = (root: string, { input }: EleventySite): CascadeReader => {
  const known = new Map<string, Cascade>()
  const readOnce = (key: string, read: () => Cascade): Cascade => {
    const cascade = known.get(key) ?? read()
    known.set(key, cascade)
    return cascade
  }
  const global = readOnce('', () => globalData(root, input))
  return (file, front) => {
    const steps = file.split('/')
    const folders = steps.slice(0, -1).map((_, index) => steps.slice(0, index + 1).join('/'))
    const inside = ['', ...folders].filter(folder => input === '' || `${folder}/`.startsWith(`${input}/`))
    const ofFolders = inside.map(folder =>
      readOnce(`${folder}/`, () => dataFiles(root, folder, basename(folder === '' ? root : folder))),
    )
    const name = (steps.at(-1) ?? '').replace(/\.\w+$/, '')
    const own = dataFiles(root, steps.slice(0, -1).join('/'), name)
    const near = joined(...ofFolders, own)
    const layout = asText(
      front.get('layout') ?? near.levels.findLast(level => level.has('layout'))?.get('layout'),
    )
    const ofLayout =
      layout === null ? none : readOnce(`layout ${layout}`, () => layoutData(root, input, layout, 0))
    return joined(shared(joined(global, ofLayout, ...ofFolders)), own)
  }
}

const shared = (cascade: Cascade): Cascade => ({
  ...cascade,
  levels: cascade.levels.map(withoutOwnFields),
})

/** `name.json`, `name.11tydata.json`, `name.11tydata.js`: the later one wins. */
const dataFiles = (root: string, folder: string, name: string): Cascade => {
  const endings = ['yml', 'yaml', 'toml', 'json', '11tydata.yml', '11tydata.yaml', '11tydata.json']
  const programs = ['11tydata.cjs', '11tydata.mjs', '11tydata.js']
  return joined(
    ...[...endings, ...programs].map(ending => {
      const file = folder === '' ? `${name}.${ending}` : `${folder}/${name}.${ending}`
      if (!existsSync(join(root, file))) return none
      return programs.includes(ending)
        ? ofProgram(file, join(root, file))
        : ofMap(asMap(readDataFile(join(root, file))), file)
    }),
  )
}

/** A data file that cannot be read may say anything. */
const ofMap = (fields: Fields | null, file: string): Cascade =>
  fields === null ? { ...none, open: [file] } : { ...none, levels: [fields] }

const ofProgram = (file: string, path: string): Cascade => {
  const { values, made, isOpen }: ExportedData = exportedData(readText(path) ?? '}')
  return {
    levels: [values],
    made: [...made].map(([name, part]) => ({ file, name, part })),
    open: isOpen ? [file] : [],
  }
}

/** Of the files of global data, each is a field of its own name; these are about publishing. */
const globalData = (root: string, input: string): Cascade =>
  joined(
    ...['permalink', 'eleventyComputed', 'eleventyExcludeFromCollections', 'draft', 'tags'].flatMap(name =>
      ['yml', 'yaml', 'json', 'cjs', 'mjs', 'js'].map(ending => {
        const file = [input, '_data', `${name}.${ending}`].filter(Boolean).join('/')
        if (!existsSync(join(root, file))) return none
        if (!/js$/.test(ending))
          return { ...none, levels: [new Map([[name, readDataFile(join(root, file))]])] }
        const data = exportedData(readText(join(root, file)) ?? '}')
        return name === 'eleventyComputed' && !data.isOpen
          ? {
              levels: [new Map([[name, Object.fromEntries(data.values)]])],
              made: [...data.made].map(([member, part]) => ({ file, name: `${name}.${member}`, part })),
              open: [],
            }
          : { ...none, open: [file] }
      }),
    ),
  )

const layoutData = (root: string, input: string, layout: string, depth: number): Cascade => {
  const folders = ['_includes', '_layouts'].flatMap(folder => [folder, `${input}/${folder}`])
  const path = folders
    .flatMap(folder => [join(folder, 'layouts'), folder])
    .flatMap(folder => ['', '.njk', '.liquid', '.html', '.md'].map(ending => `${folder}/${layout}${ending}`))
    .map(name => join(root, name))
    .find(path => existsSync(path) && /\.\w+$/.test(path))
  const text = path === undefined || depth > 5 ? null : readText(path)
  const parsed = text === null ? null : readFrontMatter(text, () => {})
  if (!parsed?.ok) return none
  const { fields } = parsed.value
  const next = asText(fields.get('layout'))
  return joined(next === null ? none : layoutData(root, input, next, depth + 1), {
    ...none,
    levels: [fields],
  })
}

/** Maps are merged and lists added up, as Eleventy does it. */
export const mergedLevels = (levels: readonly Fields[]): Fields => {
  const fields = new Map<string, unknown>()
  for (const level of levels)
    for (const [written, value] of level) {
      const name = written.replace(/^override:/, '')
      const before = name === written ? fields.get(name) : undefined
      const maps = [asMap(before), asMap(value)] as const
      if (name === 'tags') fields.set(name, [...new Set([...asTexts(before, null), ...asTexts(value, null)])])
      else if (maps[0] && maps[1]) fields.set(name, Object.fromEntries(mergedLevels([maps[0], maps[1]])))
      else if (Array.isArray(before) && Array.isArray(value)) fields.set(name, [...before, ...value])
      else fields.set(name, value)
    }
  return fields
}
