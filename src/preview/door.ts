// Who may open a preview that other machines can reach: whoever has the address with the token in it.
//
// The token is taken for a cookie and leaves the address at once, so that it stands in no history, no screenshot and
// no page that is linked to. The cookie is that of one preview: another at the same machine has another port.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

export type Door = {
  /** What the printed address ends in. */
  readonly query: string
  readonly isOpenTo: (request: IncomingMessage) => boolean
  /** For a request with the token in its address: the cookie, and the address without it. Null for any other. */
  readonly admit: (request: IncomingMessage) => { readonly cookie: string; readonly location: string } | null
}

const field = 'token'

/** 192 bits. */
export const createToken = (): string => randomBytes(24).toString('base64url')

/** `name`: tells the previews of one machine apart. */
export const createDoor = (name: string, token: string): Door => {
  const cookie = `dateline-${name}`
  return {
    query: `?${field}=${token}`,
    isOpenTo: ({ headers }) =>
      (headers.cookie ?? '').split(';').some(pair => {
        const [key = '', value = ''] = pair.split('=')
        return key.trim() === cookie && isSame(value.trim(), token)
      }),
    admit: ({ url = '/', method }) => {
      const asked = method === 'GET' && URL.canParse(url, origin) ? new URL(url, origin) : null
      const given = asked?.searchParams.get(field)
      if (asked == null || given == null || !isSame(given, token)) return null
      asked.searchParams.delete(field)
      // One slash alone, or it would be the name of another host.
      const path = asked.pathname.replace(/^[/\\]+/, '/')
      return {
        cookie: `${cookie}=${token}; HttpOnly; SameSite=Lax; Path=/`,
        location: path + asked.search,
      }
    },
  }
}

const origin = 'http://preview.invalid'

/** Takes as long for any two texts. */
const isSame = (given: string, token: string): boolean => timingSafeEqual(digestOf(given), digestOf(token))

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest()
