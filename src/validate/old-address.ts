// An old address that leads to a story, in the spelling of the links that lead there.

import * as z from 'zod/mini'
import { servedPath } from '../domain/web-address.ts'
import { complain, isTooLong } from './fields.ts'
import { hasRefusedCharacter } from './text/find-odd-characters.ts'

/** Browsers climb by them, also where a percent sign disguises them: https://url.spec.whatwg.org/#double-dot-path-segment */
const dots = /^(?:\.|%2e){1,2}$/i

/** As an address is typed; disks take 4096 bytes with the folders before it, some systems 1024. */
const longestPath = 800

/** A path from the root of the site. It stays as it is written; servers read it by `servedPath`. */
export const oldAddress = () =>
  z.pipe(
    z.pipe(
      z.string(),
      z.transform(written => written.normalize('NFC')),
    ),
    z.string().check(payload => {
      const { value } = payload
      if (value.length > longestPath) {
        const message = `the path is too long: it has ${value.length} characters`
        complain(payload, 'text-too-long', message, `shorten it to ${longestPath} characters`)
        return
      }
      const behind = /^\/(?!\/)[^?#]*([?#])/.exec(value)?.[1]
      const isPath = behind === undefined && isServed(value)
      const undecoded = isPath ? undecodedIn(value) : undefined
      if (isPath && undecoded === undefined) return
      if (behind !== undefined) complain(payload, 'path-form', ...withoutQuery(value, behind))
      else if (undecoded !== undefined) complain(payload, 'path-form', ...inUtf8(undecoded))
      else complain(payload, 'path-form', 'this is not a path on this site', hintFor(value))
    }),
  )

const isServed = (written: string): boolean => {
  const served = servedPath(written)
  const segments = served.split('/')
  return (
    /^\/[^\s\\]*$/.test(written) &&
    !/\/\/|\\|[\0-\x1f\x7f]/.test(served) &&
    served.isWellFormed() &&
    !hasRefusedCharacter(served) &&
    !segments.some(segment => dots.test(segment) || isTooLong(segment) || /^\s|\s$/.test(segment))
  )
}

/** Percent signs that stand for no letters in UTF-8, in which all servers read addresses: "/caf%E9/". */
const undecodedIn = (written: string): string | undefined =>
  written
    .match(/(?:%[0-9a-f]{2})+/gi)
    ?.find(encoded => servedPath(encoded) === encoded && !/^(?:%25)+$/.test(encoded))

const inUtf8 = (encoded: string): readonly [message: string, hint: string] => {
  const bytes = Uint8Array.from(encoded.slice(1).split('%'), digits => Number.parseInt(digits, 16))
  const letters = new TextDecoder('windows-1252').decode(bytes)
  return [
    `“${encoded}” is no letter in UTF-8, in which servers read addresses`,
    `if it is meant for “${letters}”, write ${encodeURIComponent(letters)}; to lead readers on from the old spelling, write a rule for your server`,
  ]
}

/** "/?p=12" and "/a/?b": files are found by the path before it. */
const withoutQuery = (written: string, mark: string): readonly [message: string, hint: string] => {
  const path = written.slice(0, written.indexOf(mark))
  const message =
    mark === '?'
      ? 'an old address cannot have a query: by what follows the “?” a server tells no file from another'
      : 'an old address cannot have a “#”: browsers keep to themselves what follows it'
  return [
    message,
    path === '/'
      ? `remove it; to lead readers on from it, write a row in _data/redirects.yaml: ${written}: and the address of the story`
      : `write ${path}; if the “${mark}” belongs to the name, write ${mark === '?' ? '%3F' : '%23'} for it`,
  ]
}

const hintFor = (written: string): string => {
  const path = written.trim().replace(/^https?:\/\/[^/]+(?=\/)/, '')
  const spelled = path.replace(/\s/g, '%20')
  return spelled !== written && isServed(spelled)
    ? `write ${spelled}`
    : 'write a path such as /2019/05/old-name/'
}
