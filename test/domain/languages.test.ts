import { expect, test } from 'vitest'
import { counterStyle } from '../../src/domain/counter-style.ts'
import { ogLocale } from '../../src/domain/og-locale.ts'
import { isTallScript } from '../../src/domain/tall-script.ts'

test.each([
  ['en-IN', 'en_IN'],
  ['hi', 'hi_IN'],
  ['ar', 'ar_EG'],
  ['zh-Hant', 'zh_TW'],
])('%s is %s to Open Graph', (tag, locale) => expect(ogLocale(tag)).toBe(locale))

test.each([
  ['mr', 'devanagari'],
  ['ar-EG', 'arabic-indic'],
  ['fa', 'persian'],
  ['en-IN', null],
  ['hi-IN', null],
])('stylesheets count for %s in %s', (tag, style) => expect(counterStyle(tag)).toBe(style))

test.each([
  ['hi', true],
  ['ar-EG', true],
  ['ja', true],
  ['en-IN', false],
  ['sr-Latn', false],
  ['ru', false],
])('letters of %s stand taller than Latin ones: %s', (tag, isTall) => expect(isTallScript(tag)).toBe(isTall))
