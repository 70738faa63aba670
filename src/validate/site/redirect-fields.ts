// One row of _data/redirects.yaml: an old address that servers can find, and where it leads.

import { nearestWord } from '../../domain/near-miss.ts'
import type { Fault } from '../../domain/problem.ts'
import { goneWord, hasQuery, splitQuery } from '../../domain/redirect.ts'
import { failure, type Result, success } from '../../domain/result.ts'
import { aliasUrl } from '../../domain/site-addresses.ts'
import { parseUrl } from '../../domain/web-address.ts'
import type { Advice } from '../fields.ts'
import { oldAddress } from '../old-address.ts'
import { hasRefusedCharacter } from '../text/find-odd-characters.ts'

const address = oldAddress()

/** The old address of a row. */
export const readOldPath = (written: string): Result<string, Fault> => {
  if (isPattern(written)) return failure(pattern(written))
  if (/^\/[^#]*\?/.test(written)) return readWithQuery(written)
  const parsed = address.safeParse(written)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const { code, hint } = ((issue as { readonly params?: Advice } | undefined)?.params ?? {}) as Advice
    return failure({ code, message: issue?.message ?? '', hint })
  }
  return aliasUrl(parsed.data) === '/'
    ? failure({ ...noPath, message: 'the front of the site cannot lead elsewhere' })
    : success(parsed.data)
}

/** "/?p=12", "/index.php?id=7&lang=en": also the front, which has a page of its own without the query. */
const readWithQuery = (written: string): Result<string, Fault> => {
  const { address: path, query } = splitQuery(written.normalize('NFC'))
  const read = path === '/' ? success(path) : readOldPath(path)
  if (!read.ok) return read
  const isSound = query !== null && /^[^\s\\#]{1,800}$/.test(query) && !hasRefusedCharacter(query)
  return isSound ? success(`${read.value}?${query}`) : failure(noQuery(path))
}

const noQuery = (path: string): Fault => ({
  code: 'path-form',
  message: 'what stands behind the “?” is no query that browsers send',
  hint:
    path === '/' ? 'write it as in /?p=12' : `write ${path} alone, or a query behind it as in ${path}?p=12`,
})

const noPath = { code: 'path-form', hint: 'write a path such as /2019/05/old-name/' }

/** "/blog/*", "/:year/:month/", "/?id=:id": other programs take them for many addresses. */
const isPattern = (written: string): boolean => /\*|[/=]:[a-z]|^\^|\$$|\(\.|\[\^/i.test(written)

const pattern = (written: string): Fault => ({
  code: 'redirect-pattern',
  message: `“${written}” looks like a pattern, and each row is for one address`,
  hint: 'write a row for each address; for a pattern, write a rule for your server; if a * belongs to the address, write %2A',
})

/** Of a page that is gone a page says so, and none can stand at an address with a query. */
export const goneWithQuery = (path: string, to: string | null): Fault | null =>
  to === null && hasQuery(path)
    ? {
        code: 'redirect-target',
        message: `${path} has a query, and no page that says that it is gone can stand there`,
        hint: 'remove the row, or write where it leads',
      }
    : null

/** Null for what is gone. `origin`: the site's own, which is left out of what leads to it. */
export const readTarget = (written: unknown, origin: string): Result<string | null, Fault> => {
  if (typeof written !== 'string') return failure(written === 410 ? goneMeant('410') : noTarget(written))
  const target = written.trim().normalize('NFC')
  if (target === goneWord) return success(null)
  if (/^[\w-]+$/.test(target) && nearestWord(target, [goneWord, 'deleted', 'removed', '410', '404']) !== null)
    return failure(goneMeant(target))
  if (/:splat\b|\$\d|\/:[a-z]+(?:\/|$)/i.test(target)) return failure(pattern(target))
  const url = /^(?:https?:\/\/[^/\s\\]|\/(?![/\\]))/i.test(target) ? parseUrl(target, origin) : null
  if (url === null || /\s/.test(target) || hasRefusedCharacter(target)) return failure(noAddress(target))
  if (url.host !== new URL(origin).host) return success(url.href)
  return success(target.startsWith('/') ? target : url.href.slice(url.origin.length))
}

const goneMeant = (written: string): Fault => ({
  code: 'redirect-target',
  message: `“${written}” is no address`,
  hint: `write ${goneWord} if nothing stands there any more`,
})

const noTarget = (written: unknown): Fault => ({
  code: 'redirect-target',
  message:
    written === null || written === undefined
      ? 'the row does not say where the old address leads'
      : 'this is no address: each row has one old address and where it leads now',
  hint: `write a path such as /about/, a full address of another site, or ${goneWord}`,
})

const noAddress = (target: string): Fault => ({
  code: 'redirect-target',
  message: `“${target}” is neither a path on this site nor a full web address`,
  hint: /^[\w.-]+(?:\/[\w./-]*)?$/.test(target)
    ? /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:\/|$)/i.test(target)
      ? `write https://${target}`
      : `write /${target.replace(/\/?$/, '/')}, from the root of the site`
    : `write a path such as /about/, a full address of another site, or ${goneWord}`,
})
