// What an Astro site shows of its content, and where, as its files tell it without being run.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readText } from '../../../system/files.ts'
import type { Archive } from '../archive.ts'

export type AstroSite = {
  readonly file: string | null
  readonly origin: string | null
  /** The path below which the site was, or empty. */
  readonly basePath: string
  /** Addresses begin so, by the collections that they show: "blog" → "/blog/". */
  readonly routes: ReadonlyMap<string, string>
  /** Folders of content that the configuration names: "src/content". */
  readonly folders: readonly string[]
  /** All programs of the site, in which the names of shown collections stand. */
  readonly isNamed: (collection: string) => boolean
}

const endings = ['mjs', 'js', 'ts', 'cjs', 'mts'].map(ending => `astro.config.${ending}`)
const contentSettings = ['src/content.config', 'src/content/config'].flatMap(name =>
  ['ts', 'js', 'mjs', 'mts'].map(ending => `${name}.${ending}`),
)

export const readAstroSite = ({ root, files, read }: Archive): AstroSite => {
  const textOf = (file: string): string => {
    const text = read(file)
    return text.ok ? text.value : ''
  }
  const file = endings.find(name => existsSync(join(root, name))) ?? null
  const config = file === null ? '' : (readText(join(root, file)) ?? '')
  const settings = contentSettings.map(name =>
    existsSync(join(root, name)) ? (readText(join(root, name)) ?? '') : '',
  )
  const folders = [...settings.join('\n').matchAll(/\bbase\s*:\s*["'`]([^"'`$]+)["'`]/g)].map(
    ([, path = '']) => path.replace(/^(?:\.?\/)+|\/+$/g, ''),
  )
  const programs = files
    .filter(({ file }) => /^src\/(?!content)[^.]*.*\.(?:astro|[cm]?[jt]sx?)$/.test(file))
    .map(({ file }) => ({ file, text: textOf(file) }))
  const names = new Set(
    programs.flatMap(({ text }) => [...text.matchAll(/["'`]([\w-]+)["'`]/g)].map(([, name = '']) => name)),
  )
  const base = /\bbase\s*:\s*["'`]([^"'`$]+)["'`]/.exec(config)?.[1] ?? ''
  return {
    file,
    origin: /\bsite\s*:\s*["'`](https?:\/\/[^/"'`$]+)\/?["'`]/.exec(config)?.[1] ?? null,
    basePath: `/${base}`.replace(/\/{2,}/g, '/').replace(/\/$/, ''),
    routes: new Map(programs.flatMap(({ file, text }) => routeOf(file, text))),
    folders: ['src/content', 'src/pages', ...folders],
    isNamed: name => names.has(name),
  }
}

/** `src/pages/blog/[...slug].astro`, in which `getCollection('blog')` stands. */
const routeOf = (file: string, text: string): readonly (readonly [string, string])[] => {
  const folder = /^src\/pages\/(.*?)\[(?:\.\.\.)?(?:slug|id)\]\.astro$/.exec(file)?.[1]
  const collection = /\bgetCollection(?:<[^>]*>)?\(\s*["'`]([\w-]+)["'`]/.exec(text)?.[1]
  return folder === undefined || folder.includes('[') || collection === undefined
    ? []
    : [[collection, `/${folder}`] as const]
}
