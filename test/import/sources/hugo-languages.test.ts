import { expect, it } from 'vitest'
import { readHugoSite } from '../../../src/import/sources/hugo/hugo-site.ts'

const tagOf = (languages: Readonly<Record<string, unknown>>, language: string) =>
  readHugoSite({ values: new Map([['languages', languages]]), files: [], unread: [] }).tagOf(language)

it('A Hugo site’s key of a language is the code that the site gives it, else itself where it is a language', () => {
  expect(tagOf({}, 'pt')).toBe('pt')
  expect(tagOf({ cn: { languagecode: 'zh-cn' } }, 'cn')).toBe('zh-CN')
  expect(tagOf({ br: { locale: 'pt_BR', languagecode: 'en' } }, 'br')).toBe('pt-BR')
  expect(tagOf({}, 'cn')).toBeNull()
})
