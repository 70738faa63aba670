// Redirects that the old site gave its server: `_redirects`, netlify.toml, vercel.json and .htaccess.

import { join } from 'node:path'
import { readDataFile } from '../fields/read-data-file.ts'
import { asMap, asText } from '../fields/read-fields.ts'
import type { Archive } from './archive.ts'

/** As it was written there. */
export type OldRedirect = {
  readonly from: string
  /** Null where the old site said that nothing stands there any more. */
  readonly to: string | null
  /** It held only for some readers, such as those of one language or host. */
  readonly isForSome?: boolean
}

/** Whichever of these files the archive has, in it or in its folder of static files. */
export const hostRedirects = (archive: Archive): readonly OldRedirect[] =>
  ['', 'static', 'public', 'src', 'source'].flatMap(folder => {
    const at = (name: string) => (folder === '' ? name : `${folder}/${name}`)
    const linesOf = (name: string) => {
      const text = archive.read(at(name))
      return text.ok ? text.value.split(/\r?\n/) : []
    }
    const dataOf = (name: string) =>
      listIn(asMap(readDataFile(join(archive.root, at(name))))?.get('redirects'))
    return [
      ...linesOf('_redirects').flatMap(ofNetlifyLine),
      ...linesOf('.htaccess').flatMap(ofApacheLine),
      ...dataOf('netlify.toml').flatMap(entry => ofEntry(entry, 'from', 'to')),
      ...dataOf('vercel.json').flatMap(entry => ofEntry(entry, 'source', 'destination')),
    ]
  })

/** `/from /to 301!`; a status of 200 shows another page in place, and leads nowhere. */
const ofNetlifyLine = (line: string): readonly OldRedirect[] => {
  const [from = '', to = '', status = '301', ...conditions] = line
    .trim()
    .replace(/\s#.*$/, '')
    .split(/\s+/)
  return from.startsWith('#') || from === '' || to === ''
    ? []
    : forSome(redirect(from, to, status), conditions.length > 0)
}

const forSome = (redirects: readonly OldRedirect[], isForSome: boolean): readonly OldRedirect[] =>
  isForSome ? redirects.map(each => ({ ...each, isForSome })) : redirects

/** `Redirect 301 /from /to`, `Redirect gone /from`, `RedirectPermanent /from /to`. */
const ofApacheLine = (line: string): readonly OldRedirect[] => {
  const [word = '', ...rest] = line.match(/"[^"]*"|\S+/g) ?? []
  if (!/^redirect(?:permanent|temp)?$/i.test(word)) return []
  const hasStatus = /^(?:\d{3}|permanent|temp|seeother|gone)$/i.test(rest[0] ?? '')
  const [status = '301', from = '', to = ''] = hasStatus ? rest : ['301', ...rest]
  return from === '' ? [] : redirect(unquoted(from), unquoted(to), /^gone$/i.test(status) ? '410' : status)
}

const unquoted = (word: string): string => word.replace(/^"(.*)"$/, '$1')

const ofEntry = (entry: unknown, from: string, to: string): readonly OldRedirect[] => {
  const fields = asMap(entry)
  const [source, target] = [asText(fields?.get(from)), asText(fields?.get(to))]
  const status = asText(fields?.get('status')) ?? asText(fields?.get('statusCode')) ?? '301'
  const isForSome = ['conditions', 'query', 'has', 'missing'].some(name => fields?.has(name))
  return source === null ? [] : forSome(redirect(source, target ?? '', status), isForSome)
}

const redirect = (from: string, to: string, status: string): readonly OldRedirect[] => {
  if (/^(?:410|404)/.test(status)) return /^410/.test(status) ? [{ from, to: null }] : []
  const leads = !/^2/.test(status) && to !== ''
  return leads ? [{ from, to }] : []
}

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
