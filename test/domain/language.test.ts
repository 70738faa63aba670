import { expect, test } from 'vitest'
import { directionOf, isTallScript, ogLocale } from '../../src/domain/language.ts'

test.each(['ar', 'ar-EG', 'fa-IR', 'he', 'ur-PK', 'pa-Arab-PK', 'ckb', 'ff-Adlm'])(
  '%s is read from right to left',
  language => {
    expect(directionOf(language)).toBe('rtl')
  },
)

test.each(['en-IN', 'hi-IN', 'mr', 'es', 'zh-Hant', 'ku', 'ur-Latn', 'az-Cyrl'])(
  '%s is read from left to right',
  language => {
    expect(directionOf(language)).toBe('ltr')
  },
)

test.each([
  ['en-IN', 'en_IN'],
  ['hi', 'hi_IN'],
  ['ar', 'ar_EG'],
  ['zh-Hant', 'zh_TW'],
])('%s is %s to Open Graph', (tag, locale) => expect(ogLocale(tag)).toBe(locale))

test.each([
  ['hi', true],
  ['ar-EG', true],
  ['ja', true],
  ['en-IN', false],
  ['sr-Latn', false],
  ['ru', false],
])('letters of %s stand taller than Latin ones: %s', (tag, isTall) => expect(isTallScript(tag)).toBe(isTall))
