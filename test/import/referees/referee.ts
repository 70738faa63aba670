// What a generator itself made of a small archive, page by page, to hold the import to it.

import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect } from 'vitest'
import { type Files, importFolder, sentence, twoFolders } from '../archive-on-disk.ts'

type Referee = {
  readonly program: string
  /** `out`: the folder to build into. */
  readonly args: (from: string, out: string) => readonly string[]
  /** The path below which the site is, or empty. */
  readonly basePath: string
}

export type Judged = {
  /** Addresses of the pages that the generator made, by the files that they are made of. */
  readonly made: ReadonlyMap<string, readonly string[]>
  /** Old addresses that lead to a story, by its file in the archive. */
  readonly kept: ReadonlyMap<string, readonly string[]>
  /** Files of the archive whose stories are published. */
  readonly isPublic: ReadonlySet<string>
  readonly reasons: ReadonlyMap<string, string>
  /** All notes of a file, "message: detail". */
  readonly notes: ReadonlyMap<string, readonly string[]>
}

/** A story whose page says which file it is made of. */
export const storyFile = (fields: string): string => `---\n${fields}---\n${sentence} Made of [OWN PATH].\n`

export const judge = (archive: Files, { program, args, basePath }: Referee): Judged => {
  const { from, to } = twoFolders(
    Object.fromEntries(
      Object.entries(archive).map(([file, text]) => [
        file,
        typeof text === 'string' ? text.replace('[OWN PATH]', `<i>${file}</i>`) : text,
      ]),
    ),
  )
  const out = join(from, '..', 'made')
  const { status, stderr, stdout } = spawnSync(program, args(from, out), { cwd: from, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program}: ${stderr}${stdout}`)
  const { report, stories, notesOf } = importFolder(from, to)
  const taken = report.files.flatMap(({ file, story }) =>
    story === null ? [] : [[file, stories[story.replace('content/stories/', '')] ?? ''] as const],
  )
  return {
    made: pagesIn(out, basePath),
    kept: new Map(taken.map(([file, text]) => [file, aliasesIn(text)])),
    isPublic: new Set(taken.filter(([, text]) => isShown(text)).map(([file]) => file)),
    reasons: new Map(
      report.files.map(({ file, reason, draftReason }) => [file, draftReason ?? reason] as const),
    ),
    notes: new Map(report.files.map(({ file }) => [file, notesOf(file)] as const)),
  }
}

/** What lies ahead is held until it is due. */
const isShown = (text: string): boolean =>
  !/^draft: true$/m.test(text) &&
  [...text.matchAll(/^(?:date|embargo): (.*)$/gm)].every(
    ([, time = '']) => Date.parse(time) < Date.parse('2026-01-01'),
  )

const pagesIn = (out: string, basePath: string): ReadonlyMap<string, readonly string[]> => {
  const made = new Map<string, string[]>()
  const files = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.html'))
    .map(entry => relative(out, join(entry.parentPath, entry.name)))
  for (const file of files) {
    const source = /<i>(.*?)<\/i>/.exec(readFileSync(join(out, file), 'utf8'))?.[1]
    const address = `${basePath}/${file.replace(/(?:^|(?<=\/))index\.html$/, '')}`
    if (source !== undefined) made.set(source, [...(made.get(source) ?? []), address])
  }
  return made
}

const aliasesIn = (text: string): readonly string[] =>
  (/^aliases:\n((?: {2}- .*\n)+)/m.exec(text)?.[1] ?? '')
    .split('\n')
    .map(line =>
      line
        .replace(/^ {2}- /, '')
        .replace(/^'|'$/g, '')
        .replaceAll("''", "'"),
    )
    .filter(line => line !== '')
    .map(line => decodeURIComponent(line))

/** Each page that was made keeps its address, or the report says why there is no story; and nothing else is public. */
export const holdTo = ({ made, kept, isPublic, reasons }: Judged): void => {
  const lost = [...made].flatMap(([file, addresses]) =>
    isPublic.has(file)
      ? addresses
          .filter(address => !(kept.get(file) ?? []).includes(address))
          .map(address => `${file}: ${address} is none of ${kept.get(file)?.join(' ')}`)
      : (reasons.get(file) ?? '') === ''
        ? [`${file}: no reason`]
        : [],
  )
  expect(lost).toEqual([])
  expect([...isPublic].filter(file => !made.has(file))).toEqual([])
}
