import { expect, test } from 'vitest'
import { counterStyle } from '../../src/domain/counter-style.ts'
import { ogLocale } from '../../src/domain/og-locale.ts'

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
