import { expect, test } from 'vitest'
import { directionOf } from '../../src/domain/direction.ts'

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
