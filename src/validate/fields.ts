// The kinds of value that front matter and site data are made of, each with advice for its faults.

import * as z from 'zod/mini'
import type { FindNamed } from '../domain/find-named.ts'
import type { Instant } from '../domain/instant.ts'
import { isDeviceName } from '../domain/portable-name.ts'
import { decodePath, parseUrl } from '../domain/web-address.ts'
import { withoutComments } from '../markdown/comments.ts'
import { parseInstant } from '../time/parse-instant.ts'
import { adviseKey, adviseKeys } from './advise-key.ts'
import { hasRefusedCharacter } from './text/find-odd-characters.ts'
import { faultOfText } from './text/shown-text.ts'

export type Advice = {
  readonly code: string
  readonly hint: string
  /** The same for a story of this day. */
  readonly hintOn?: (day: string) => string
}

type Payload<Value> = { value: Value; issues: z.core.$ZodRawIssue[] }

/** Adds a fault to a check, with its permanent code and what to write instead. */
export const complain = <Value>(
  payload: Payload<Value>,
  code: string,
  message: string,
  hint: string,
): void => {
  payload.issues.push({
    code: 'custom',
    input: payload.value,
    message,
    params: { code, hint } satisfies Advice,
  })
}

// Zero-width spaces, joiners, marks of direction: text that is nothing else is blank.
const invisible = /^[\s\p{Cf}]*$/u

// Words of a url become names of folders, which may have 255 bytes.
const longestKey = 200
export const isTooLong = (name: string): boolean => new TextEncoder().encode(name).length > longestKey

/** One line of words, white space folded. Lengths count code points: an emoji is one character, not two. */
export const line = (shortest: number, longest: number) =>
  z.pipe(
    z.string().check(payload => {
      const fault = faultOfText(payload.value)
      const text = withoutComments(payload.value).trim()
      const length = invisible.test(text) ? 0 : [...text].length
      if (fault !== null) complain(payload, fault.code, fault.message, fault.hint)
      else if (length < shortest) {
        const message =
          length === 0
            ? 'the text is empty'
            : `the text is too short: it has ${length} of at least ${shortest} characters`
        complain(payload, 'text-too-short', message, 'write more')
      } else if (length > longest) {
        complain(
          payload,
          'text-too-long',
          `the text is too long: it has ${length} characters`,
          `shorten it to ${longest} characters`,
        )
      }
    }),
    z.transform(text => withoutComments(text).trim().replace(/\s+/g, ' ').normalize('NFC')),
  )

export const instant = (zone: string) =>
  z.pipe(
    z.unknown(),
    z.transform((input, context): Instant => {
      const parsed = parseInstant(input, zone)
      if (parsed.ok) return parsed.value
      const { code, message, hint } = parsed.fault
      const hintOn = (day: string) => {
        const again = parseInstant(input, zone, day)
        return again.ok ? hint : again.fault.hint
      }
      context.issues.push({ code: 'custom', input, message, params: { code, hint, hintOn } satisfies Advice })
      return z.NEVER
    }),
  )

const isWebUrl = (text: string): boolean =>
  /^https?:\/\/\S+$/.test(text) && parseUrl(text) !== null && !hasRefusedCharacter(text)

export const webUrl = () =>
  z.string().check(payload => {
    if (!isWebUrl(payload.value)) {
      complain(
        payload,
        'url-not-web',
        'this is not a full web address',
        'write the whole address, beginning with https://',
      )
    }
  })

/** The site's own origin, stored without a trailing slash. */
export const origin = () =>
  z.pipe(
    webUrl().check(payload => {
      if (isWebUrl(payload.value) && !/^https?:\/\/[^/?#]+\/?$/.test(payload.value)) {
        complain(
          payload,
          'url-not-origin',
          'the site must be at the root of its host',
          'write only https:// and the host name',
        )
      }
    }),
    z.transform(text => text.replace(/\/$/, '')),
  )

const keyPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** And no name that Windows keeps for a device. */
export const isKey = (text: string): boolean => keyPattern.test(text) && !isDeviceName(text)

export const keyRule = 'use lower-case letters from a to z, digits and hyphens, such as north-korea'

/** Instead of a name that Windows keeps. */
const otherName = (name: string): string => `choose another word, such as ${name}-news`

/** A word of a url: lower-case letters and digits, joined by hyphens. `known`: what it may be the name of. */
export const key = (known: FindNamed | null = null) =>
  wordOfUrl(isKey, written => {
    const fit = known?.named(written) ?? adviseKey(written, isKey)
    return adviseKeys(written, isKey) ?? (fit === null ? keyRule : `write ${fit}`)
  })

/** `hintFor`: what to write instead of another word. */
export const wordOfUrl = (isWord: (text: string) => boolean, hintFor: (written: string) => string) =>
  z.string().check(payload => {
    const { value } = payload
    if (isTooLong(value)) {
      const { length } = value
      const fits = length > longestKey ? `${longestKey} characters` : `${longestKey} bytes`
      complain(
        payload,
        'text-too-long',
        `the word is too long: it has ${length} characters`,
        `shorten it to ${fits}`,
      )
      return
    }
    if (isWord(value)) return
    if (isDeviceName(value))
      complain(payload, 'key-reserved', `Windows keeps the name “${value}” for a device`, otherName(value))
    else complain(payload, 'key-form', `“${value}” cannot be part of a web address`, hintFor(value))
  })

/** Browsers climb by them, also where a percent sign disguises them: https://url.spec.whatwg.org/#double-dot-path-segment */
const dots = /^(?:\.|%2e){1,2}$/i

/** A path on this site. Percent-encoded letters become themselves first: files are named in plain letters. */
export const sitePath = () =>
  z.pipe(
    z.pipe(
      z.string(),
      z.transform(path => decodePath(path).normalize('NFC')),
    ),
    z.string().check(payload => {
      const segments = payload.value.split('/')
      const isPath = /^\/[^\s?#\\]*$/.test(payload.value) && !payload.value.includes('//')
      const isOdd = segments.some(segment => dots.test(segment) || isTooLong(segment))
      if (isPath && !isOdd && !hasRefusedCharacter(payload.value)) return
      complain(
        payload,
        'path-form',
        'this is not a path on this site',
        'write a path such as /2019/05/old-name/',
      )
    }),
  )

/** A BCP 47 tag of a language that Node can write dates in. */
export const language = () =>
  z.string().check(payload => {
    try {
      if (Intl.getCanonicalLocales(payload.value)[0] === payload.value) {
        // For a language that it does not know, Node would take the machine's.
        if (Intl.DateTimeFormat.supportedLocalesOf(payload.value).length > 0) return
        const message = `no language with the tag “${payload.value}” is known`
        const tag = tagOfName(payload.value)
        const hint = tag === null ? 'choose the nearest language that your readers know' : `write ${tag}`
        complain(payload, 'language-unknown', message, hint)
        return
      }
    } catch {
      // not a language tag at all
    }
    complain(payload, 'language-form', `“${payload.value}” is not a language tag`, hintForTag(payload.value))
  })

const hintForTag = (written: string): string => {
  const tag = tagOfName(written) ?? canonicalTag(written.replaceAll('_', '-'))
  return tag === null ? 'write a BCP 47 tag such as en, en-IN or hi' : `write ${tag}`
}

const canonicalTag = (text: string): string | null => {
  try {
    const [tag = ''] = Intl.getCanonicalLocales(text)
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0 ? tag : null
  } catch {
    return null
  }
}

/** "Hindi" or "हिन्दी" → "hi", for every language that Node can write dates in. */
const tagOfName = (name: string): string | null => {
  const fold = (text: string) => text.trim().toLowerCase()
  return twoLetterTags().find(tag => namesOfTag(tag).some(known => fold(known) === fold(name))) ?? null
}

const letters = [...'abcdefghijklmnopqrstuvwxyz']

const twoLetterTags = (): readonly string[] =>
  Intl.DateTimeFormat.supportedLocalesOf(letters.flatMap(first => letters.map(second => `${first}${second}`)))

const namesOfTag = (tag: string): readonly string[] =>
  ['en', tag].flatMap(language => new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? [])

export const email = () =>
  z.string().check(payload => {
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(payload.value)) {
      complain(payload, 'email-form', 'this is not an e-mail address', 'write one such as desk@news.example')
    }
  })

/** Of no more than `longest` items: each becomes pages, or a line of one. */
export const list = <Item extends z.ZodMiniType>(item: Item, longest: number) =>
  z.array(item).check(payload => {
    const { length } = payload.value
    if (length <= longest) return
    complain(
      payload,
      'list-too-long',
      `the list has ${length} entries, and no more than ${longest} can be shown`,
      `keep the ${longest} that matter most`,
    )
  })
