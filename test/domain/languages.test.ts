import { expect, test } from 'vitest'
import { ogLocale } from '../../src/domain/og-locale.ts'
import { isTallScript } from '../../src/domain/tall-script.ts'

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
