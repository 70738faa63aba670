// What the configuration of an Eleventy site says of its files, as far as it can be read without running it.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import picomatch from 'picomatch'
import { readText } from '../../../system/files.ts'
import { asText } from '../../fields/read-fields.ts'
import { hidingFields } from '../program/hiding-fields.ts'
import { literalOf } from '../program/literal-value.ts'
import {
  isFunction,
  nameOf,
  type Part,
  parseProgram,
  partOf,
  partsIn,
  partsOf,
} from '../program/parse-program.ts'

export type EleventySite = {
  /** Relative to the archive; null when there is none. */
  readonly file: string | null
  /** The folder that pages are made of, "src"; empty for the whole. */
  readonly input: string
  /** The path below which the site was, "/blog"; or empty. */
  readonly basePath: string
  /** Whether the configuration could give pages other addresses than their own. */
  readonly setsAddresses: boolean
  readonly isIgnored: (file: string) => boolean
  /** Fields of which one must say something for the configuration to leave a page out. */
  readonly hidingFields: readonly string[]
  /** Why nobody can know what the configuration leaves out; null where it is known. */
  readonly doubt: string | null
}

const names = ['eleventy.config', '.eleventy'].flatMap(name =>
  ['js', 'mjs', 'cjs'].map(ending => `${name}.${ending}`),
)

export const readEleventySite = (root: string): EleventySite => {
  const file = names.find(name => existsSync(join(root, name))) ?? null
  const program = file === null ? null : parseProgram(readText(join(root, file)) ?? '}')
  const doubt = file !== null && program === null ? `${file} cannot be read` : null
  const parts = program === null ? [] : partsIn(program)
  const calls = parts.filter(part => part.type === 'CallExpression')
  const preprocessors = callsOf(calls, 'addPreprocessor').map(hidingIn)
  const globals = callsOf(calls, 'addGlobalData').filter(call =>
    ofPublishing.test(textOf(argument(call, 0)) ?? ''),
  )
  const unclear = preprocessors.includes(null) || globals.length > 0
  return {
    file,
    input: plain(
      textOf(settingOf(parts, 'input')) ?? textOf(argument(callsOf(calls, 'setInputDirectory')[0], 0)) ?? '',
    ),
    basePath: rooted(textOf(settingOf(parts, 'pathPrefix')) ?? ''),
    setsAddresses: globals.length > 0,
    isIgnored: ignoring([...linesOf(join(root, '.eleventyignore')), ...ignoresIn(calls)]),
    hidingFields: preprocessors.flatMap(fields => fields ?? []),
    doubt: doubt ?? (unclear ? `${file} decides which pages are made, by a program` : null),
  }
}

const ofPublishing = /^(?:eleventyComputed(?:\.permalink|\.eleventyExcludeFromCollections)?|permalink|draft)$/

const callsOf = (calls: readonly Part[], name: string): readonly Part[] =>
  calls.filter(call => {
    const callee = partOf(call, 'callee')
    return callee?.type === 'MemberExpression' && nameOf(partOf(callee, 'property')) === name
  })

const argument = (call: Part | undefined, index: number): Part | null =>
  (call && partsOf(call, 'arguments')[index]) ?? null

const textOf = (part: Part | null): string | null => {
  const literal = literalOf(part)
  return literal.isKnown ? asText(literal.value) : null
}

/** By the name of the property, wherever in the configuration it stands. */
const settingOf = (parts: readonly Part[], name: string): Part | null => {
  const found = parts.find(part => part.type === 'Property' && nameOf(partOf(part, 'key')) === name)
  return found === undefined ? null : partOf(found, 'value')
}

const hidingIn = (call: Part): readonly string[] | null => {
  const handler = partsOf(call, 'arguments').find(isFunction)
  return handler === undefined ? null : hidingFields(handler)
}

/** `eleventyConfig.ignores.add("src/admin.md")` */
const ignoresIn = (calls: readonly Part[]): readonly string[] =>
  callsOf(calls, 'add').flatMap(call => {
    const object = partOf(partOf(call, 'callee') ?? call, 'object')
    const isOfIgnores =
      object?.type === 'MemberExpression' && nameOf(partOf(object, 'property')) === 'ignores'
    const pattern = isOfIgnores ? textOf(argument(call, 0)) : null
    return pattern === null ? [] : [pattern]
  })

const linesOf = (path: string): readonly string[] =>
  existsSync(path)
    ? (readText(path) ?? '')
        .split('\n')
        .map(line => line.trim())
        .filter(line => line !== '' && !/^[#!]/.test(line))
    : []

const ignoring = (patterns: readonly string[]): ((file: string) => boolean) => {
  const bare = patterns.map(plain)
  const matches = bare.map(pattern => picomatch([pattern, `${pattern}/**`], { dot: true }))
  return file => matches.some(isMatch => isMatch(file))
}

/** "./src/" is "src". */
const plain = (path: string): string => path.replace(/^(?:\.?\/)+|\/+$|^\.$/g, '')

const rooted = (path: string): string => (plain(path) === '' ? '' : `/${plain(path)}`)
