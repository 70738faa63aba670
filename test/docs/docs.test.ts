// What the documentation names is there: commands and their flags, fields, codes of problems, pages and their parts.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storySchema } from '../../src/validate/story/story-schema.ts'
import { runInProcess } from '../rig/run-in-process.ts'
import { createSite, projectRoot, type SiteFolder } from '../rig/site-folder.ts'
import { newsroomOf } from '../rig/small-newsroom.ts'

const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8')
const pages = [
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'],
  ...readdirSync(join(projectRoot, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name.replaceAll('\\', '/')}`),
]
const howTo = pages.filter(page => page.startsWith('docs/how-to/'))

const scripts: Readonly<Record<string, string>> = JSON.parse(read('package.json')).scripts
/** The newsroom's own, as the pages say. */
const ofTheNewsroom = ['upload']

type Call = { readonly page: string; readonly script: string; readonly flags: readonly string[] }

/** `npm run build -- --dry-run`, up to a comment, another command or the end of the code. */
const callsIn = (page: string): readonly Call[] =>
  [...read(page).matchAll(/npm run (?:-s |--silent )?([\w:-]+)([^`\n|&#;]*)/g)].map(
    ({ 1: script = '', 2: rest = '' }) => ({
      ...{ page, script },
      flags: [...rest.replace(/"[^"]*"/g, '').matchAll(/(?<=\s)--([a-z][a-z-]*)/g)].map(
        ([, flag = '']) => flag,
      ),
    }),
  )
const calls = pages.flatMap(callsIn)

let site: SiteFolder
beforeAll(() => {
  site = createSite()
})
afterAll(() => site.dispose())

test('every command that the pages name is one', () => {
  const names = [...Object.keys(scripts), ...ofTheNewsroom]
  expect(calls.length).toBeGreaterThan(100)
  expect(calls.filter(({ script }) => !names.includes(script))).toEqual([])
})

test('every flag of a command stands in its help', async () => {
  const flagged = calls.filter(({ flags }) => flags.length > 0)
  const helps = new Map<string, string>()
  for (const script of new Set(flagged.map(call => call.script)))
    if (scripts[script]?.startsWith('node scripts/run.js'))
      helps.set(script, (await runInProcess(site, script, '--help')).stdout)
  const unknown = flagged.flatMap(({ page, script, flags }) =>
    flags
      .filter(flag => !new RegExp(`--${flag}(?![a-z-])`).test(helps.get(script) ?? `--${flag}`))
      .map(flag => `${page}: npm run ${script} -- --${flag}`),
  )
  expect(unknown).toEqual([])
})

const storyFields = Object.keys(storySchema(newsroomOf({}).newsroom).shape)

test('the fields of a story are those of the table in docs/editors.md', () => {
  const [, table = ''] = /^\| field \| \|\n\|[-|]+\n((?:\|.*\n)+)/m.exec(read('docs/editors.md')) ?? []
  const named = [...table.matchAll(/^\| ([^|]*) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
  )
  expect(named.toSorted()).toEqual(storyFields.toSorted())
})

test.each(howTo)('every field that %s names is one of a story, or of site data', page => {
  const named = [...read(page).matchAll(/`([a-zA-Z]+):[^`/]*`/g)].map(([, name = '']) => name)
  expect(named.filter(name => !storyFields.includes(name) && name !== 'until')).toEqual([])
})

describe('every code of a problem is one', () => {
  const sources = readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => read(`src/${name}`))
    .join('\n')
  /** Some are put together: `${kind}-path`, `media-${fault}`. */
  const isInSources = (code: string) => {
    const cut = code.indexOf('-')
    const [head, tail] = [code.slice(0, cut), code.slice(cut + 1)]
    return (
      sources.includes(`'${code}'`) ||
      sources.includes(`}-${tail}\``) ||
      (sources.includes(`\`${head}-\${`) && sources.includes(`'${tail}'`))
    )
  }
  const codesIn = (text: string) =>
    [...text.matchAll(/`([a-z]+(?:-[a-z0-9]+)+)`/g)].map(([, code = '']) => code)

  test.each(['docs/editors.md', 'docs/operators.md', 'docs/designers.md'])('in the tables of %s', page => {
    const tables = read(page)
      .split(/^\| code \|/m)
      .slice(1)
    const cells = tables.flatMap(table =>
      [...table.matchAll(/^\| (`[^|]*) \|/gm)].map(([, cell = '']) => cell),
    )
    const codes = cells.flatMap(codesIn)
    expect(codes.length).toBeGreaterThan(5)
    expect(codes.filter(code => !isInSources(code))).toEqual([])
  })

  test.each(howTo)('in brackets of %s', page => {
    const codes = [...read(page).matchAll(/\((`[^)]*`)\)/g)].flatMap(([, words = '']) => codesIn(words))
    expect(codes.filter(code => !isInSources(code))).toEqual([])
  })
})

test.each(pages)('every link of %s leads to a page, and to a part of it', page => {
  const links = [
    ...read(page)
      .replace(/```[\s\S]*?```/g, '')
      .matchAll(/\]\(([^)\s]+)\)/g),
  ]
    .map(([, target = '']) => target)
    .filter(target => !/^(?:https?:|mailto:|\/)/.test(target) && /\.md|^#|^[A-Z]/.test(target))
  const broken = links.filter(target => {
    const [file = '', anchor] = target.split('#')
    const path = file === '' ? page : relative('.', join(dirname(page), file))
    if (!existsSync(join(projectRoot, path))) return true
    return anchor !== undefined && !anchorsOf(read(path)).includes(anchor)
  })
  expect(broken).toEqual([])
})

/** As GitHub makes them of subheads. */
const anchorsOf = (text: string): readonly string[] =>
  [...text.replace(/```[\s\S]*?```/g, '').matchAll(/^#+ (.+)$/gm)].map(([, words = '']) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  )
