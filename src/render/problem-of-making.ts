// Why Eleventy could not make a page, as a problem of the file that a person must correct: a layout, a template, or data.

import { join, relative } from 'node:path'
import { errorAt, type Location, locationInText, locationOfFile, type Problem } from '../domain/problem.ts'
import {
  configFile,
  contentFolder,
  dataFolder,
  isMarkdownPage,
  layoutFileOf,
  layoutFolder,
  pageFolder,
} from '../domain/site-paths.ts'
import { PageNotMade } from '../eleventy/page-not-made.ts'
import { syntaxFaultOf } from '../layouts/layout-environment.ts'
import { splitFrontMatter } from '../read/split-front-matter.ts'
import { exists, listFiles, readText } from '../system/files.ts'
import { findDataFault } from './find-data-fault.ts'

export const madeOrProblem = async <Made>(
  root: string,
  make: () => Promise<Made>,
): Promise<{ readonly made: Made } | { readonly problem: Problem }> => {
  try {
    return { made: await make() }
  } catch (error) {
    if (!(error instanceof PageNotMade)) throw error
    return { problem: await problemOfMaking(error, root) }
  }
}

type Explanation = { readonly message: string; readonly hint: string; readonly location: Location }

/** Whether a problem is one of these: what such a page would have shown or linked to, nobody knows. */
export const isOfMaking = ({ code }: Problem): boolean => code === 'page-not-made'

export const problemOfMaking = async (error: PageNotMade, root: string): Promise<Problem> => {
  const found =
    explainChange(error) ??
    explainTemplate(error.reason.replace(/\s*\n\s*/g, ': '), root) ??
    explainTrace(error, root) ??
    (await findDataFault(root)) ??
    explainFile(error, root)
  const page = error.page === null ? '' : `${error.page} cannot be made: `
  const problem = errorAt(found.location, {
    code: 'page-not-made',
    message: `${page}${found.message}`.replaceAll(`${root}/`, ''),
    hint: found.hint,
  })
  const file = `${contentFolder}/${error.page}`
  // Whatever a layout makes of it, other pages may be well.
  return isMarkdownPage(file) ? { ...problem, madeFrom: file } : problem
}

const changedMeanwhile = new RegExp(`(${contentFolder}/[^\\n]+?) changed after it was checked; ([^\\n]+)`)

/** Somebody saved it while the site was being made. */
const explainChange = ({ reason }: PageNotMade): Explanation | null => {
  const [, file, hint] = changedMeanwhile.exec(reason) ?? []
  if (file === undefined || hint === undefined) return null
  return { message: `${file} changed after it was checked`, hint, location: locationOfFile(file) }
}

const inLayouts = `${layoutFolder}/\\S+`

/** Nunjucks names each file that it went through, the innermost last. */
const explainTemplate = (reason: string, root: string): Explanation | null => {
  const unread = new RegExp(`(${inLayouts}) cannot be read: `).exec(reason)?.[1]
  const missing = new RegExp(`(${inLayouts}) prints (\\{\\{.*?\\}\\})`).exec(reason)
  const named = [...reason.matchAll(/\((?:Template render error: )?([^()\s]+\.\w+)\)/g)].map(match =>
    fileNamed(match[1] ?? '', root),
  )
  const file = unread ?? missing?.[1] ?? named.at(-1)
  if (file === undefined) return null
  const text = readText(join(root, file)) ?? ''
  const start = text.length - (splitFrontMatter(text)?.body ?? text).length
  const unreadable = explainSyntax(file, text, start)
  if (unreadable !== null) return unreadable
  const said = saidIn(reason)
  const [words, message, hint] = explained(missing?.[2] ?? null, said)
  const location =
    words === null
      ? null
      : (findIn(file, text, words) ??
        listFiles(root, layoutFolder)
          .map(other => findIn(other, readText(join(root, other)) ?? '', words))
          .find(found => found !== null))
  return { message, hint, location: location ?? atLine(file, text, start, reason) }
}

/** Without the files that Nunjucks names before, and its line in one that was minified. */
const saidIn = (reason: string): string =>
  reason
    .replace(/^.*\([^()\s]+\.\w+\)(?: \[Line \d+, Column \d+\])?:?\s*/, '')
    .replace(/^(?:\w*Error: )+/, '')

const fileNamed = (name: string, root: string): string => {
  const file = name.replace(/^\.\//, '').replace(`${contentFolder}/_layouts/`, layoutFileOf(''))
  return exists(join(root, layoutFileOf(file))) ? layoutFileOf(file) : file
}

const findIn = (file: string, text: string, words: RegExp): Location | null => {
  const found = words.exec(text)
  return found && locationInText(file, text, found.index, found[0].length)
}

const explainSyntax = (file: string, text: string, start: number): Explanation | null => {
  const fault = /\.(?:njk|html|md)$/.test(file) ? syntaxFaultOf(text.slice(start)) : null
  if (fault === null) return null
  return {
    message: `this template cannot be read: ${fault.reason}`,
    hint: 'correct the tag: each {% if %}, {% for %} and {% block %} needs its end, each {{ its }}',
    location: atPosition(file, text, start, fault),
  }
}

const atPosition = (
  file: string,
  text: string,
  start: number,
  { line, column }: { readonly line: number; readonly column: number },
): Location => {
  const before = text
    .slice(start)
    .split('\n')
    .slice(0, line - 1)
  const at = before.reduce((sum, each) => sum + each.length + 1, start)
  return locationInText(file, text, Math.min(at + column - 1, text.length), 1)
}

/** Where Nunjucks names a line of what it was given. */
const atLine = (file: string, text: string, start: number, reason: string): Location => {
  const [, line, column] = /\[Line (\d+), Column (\d+)\]/.exec(reason) ?? []
  // Layouts are minified before: their lines are others.
  if (line === undefined || file.startsWith(`${layoutFolder}/`)) return locationOfFile(file)
  return atPosition(file, text, start, { line: Number(line), column: Number(column) })
}

const literal = (text: string): string => text.replace(/[^\w\s]/g, '\\$&')

const asRegExp = (text: string): RegExp => new RegExp(literal(text).replace(/\s+/g, '\\s*'))

/** What to look for, what to say, and what to do. */
const explained = (printed: string | null, said: string): readonly [RegExp | null, string, string] => {
  if (printed !== null)
    return [
      asRegExp(printed),
      `${printed} is null or undefined here`,
      'correct the name, or ask {% if %} first',
    ]
  const [, filter] = /(?:filter not found|undefined filter): (\w+)/.exec(said) ?? []
  if (filter !== undefined)
    return [
      new RegExp(`(?<=\\|\\s*)${filter}\\b`),
      `there is no filter “${filter}”`,
      'correct its name; docs/designers.md lists the filters; those of your own go into .eleventy.js',
    ]
  const [, call] = /Unable to call `([^`]+)`/.exec(said) ?? []
  if (call !== undefined)
    return [
      new RegExp(literal(call.replace(/^.*\["|"\]$/g, ''))),
      `there is no macro or function “${call}”`,
      'correct its name, or import the macro: {% from "parts/name.njk" import name %}',
    ]
  const [, lost] = new RegExp(`there is no (${inLayouts})`).exec(said) ?? []
  if (lost !== undefined)
    return [
      asRegExp(lost.slice(layoutFolder.length + 1)),
      `there is no file ${lost}`,
      'correct the name, or add the file',
    ]
  return [null, said, 'correct the template, then try again']
}

/** A program says in which of its lines it failed. */
const explainTrace = ({ reason, trace }: PageNotMade, root: string): Explanation | null => {
  const importer = / imported from (\/\S+)/.exec(reason)?.[1]
  const frames = importer === undefined ? trace : `${importer}:1:1\n${trace}`
  for (const [, path = '', line, column] of frames.matchAll(
    /(?:file:\/\/)?(\/[^\s():?]+)(?:\?[^\s:)]*)?:(\d+):(\d+)/g,
  )) {
    const file = relative(root, path)
    if (!isOfSite(file)) continue
    const text = readText(join(root, file)) ?? ''
    const location = atPosition(file, text, 0, { line: Number(line), column: Number(column) })
    return {
      message: `this program failed: ${oneLine(reason)}`,
      hint: 'correct it, then try again',
      location,
    }
  }
  return null
}

const isOfSite = (file: string): boolean =>
  file === configFile ||
  [dataFolder, layoutFolder, contentFolder].some(folder => file.startsWith(`${folder}/`))

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ': ')

const explainFile = ({ reason, page }: PageNotMade, root: string): Explanation => {
  const layout = /layout: ([^`\s]+)`/.exec(reason)?.[1]
  const pages = listFiles(root, pageFolder)
  const template =
    page !== null && exists(join(root, contentFolder, page)) ? `${contentFolder}/${page}` : null
  if (layout !== undefined)
    for (const file of pages) {
      const location = findIn(file, readText(join(root, file)) ?? '', asRegExp(layout))
      if (location !== null)
        return {
          message: `there is no layout ${layoutFileOf(layout)}`,
          hint: `correct the name; the layouts of pages stand in ${layoutFileOf('layouts/')}`,
          location,
        }
    }
  if (layout !== undefined)
    return {
      message: `there is no layout ${layoutFileOf(layout)}`,
      hint: 'put it back: the demonstration site has it',
      location: locationOfFile(layoutFileOf(layout)),
    }
  const named = pages.find(file => reason.includes(file))
  const [words, message, hint] = explained(null, oneLine(reason))
  if (words !== null)
    for (const file of [...pages, ...listFiles(root, layoutFolder)]) {
      const location = findIn(file, readText(join(root, file)) ?? '', words)
      if (location !== null) return { message, hint, location }
    }
  return {
    message: oneLine(reason),
    hint: 'look at what was changed last in content/pages/, _data/, _includes/ and .eleventy.js',
    location: locationOfFile(template ?? named ?? configFile),
  }
}
