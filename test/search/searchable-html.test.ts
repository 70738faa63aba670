// Readers type a word as they know it, in any script, with or without its accents.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeBundle } from '../../src/search/pagefind.ts'
import { searchableHtml, strokes } from '../../src/search/searchable-html.ts'
import { createAsk, searchWords } from '../rig/search-bundle.ts'

const stories = {
  zh: '北京市政府今天宣布新的交通政策，市民可以免费乘坐地铁。用iPhone手机付款。',
  ja: '東京都知事は今日、新しい交通政策を発表した。「コーヒー」も無料。',
  th: 'รัฐบาลประกาศนโยบายใหม่เกี่ยวกับรถไฟฟ้า ในกรุงเทพมหานคร',
  pl: 'Mieszkańcy jadą do Łódź Fabryczna przez Gdańsk.',
  nordic: 'Øresund og Æbleø, Þingvellir, Straße in Weißensee, Đà Nẵng, Diyarbakır.',
  en: 'It’s the harbour’s day: “ships” move again on the ’80s pier.',
  ko: '서울시는 오늘 새로운 교통정책을 발표했다.',
  hi: 'मौसम विभाग की चेतावनी जारी है।',
}

/** Question, the stories that are found, and what stands out in the first. */
const questions: readonly (readonly [string, readonly (keyof typeof stories)[], string])[] = [
  ['地铁', ['zh'], '地铁'],
  ['政府', ['zh'], '政府'],
  ['京市', ['zh'], '京市'],
  ['铁地', [], ''],
  ['北京 地铁', ['zh'], '北京'],
  ['北京 铁地', [], ''],
  ['iPhone手机', ['zh'], 'iPhone手机'],
  ['知事', ['ja'], '知事'],
  ['コーヒー', ['ja'], 'コーヒー'],
  ['"東京都"', ['ja'], '東京都'],
  ['นโยบาย', ['th'], 'นโยบาย'],
  ['รถไฟฟ้า', ['th'], 'รถไฟฟ้า'],
  ['Lodz', ['pl'], 'Łódź'],
  ['łódź', ['pl'], 'Łódź'],
  ['lodz fabryczna', ['pl'], 'Łódź Fabryczna'],
  ['gdansk', ['pl'], 'Gdańsk'],
  ['Oresund', ['nordic'], 'Øresund'],
  ['øresund', ['nordic'], 'Øresund'],
  ['aebleo', ['nordic'], 'Æbleø'],
  ['Thingvellir', ['nordic'], 'Þingvellir'],
  ['strasse', ['nordic'], 'Straße'],
  ['Weißensee', ['nordic'], 'Weißensee'],
  ['da nang', ['nordic'], 'Đà Nẵng'],
  ['Diyarbakir', ['nordic'], 'Diyarbakır'],
  ["harbour's", ['en'], 'harbour’s'],
  ["it's", ['en'], 'It’s'],
  ['교통정책', ['ko'], '교통정책을'],
  ['चेतावनी', ['hi'], 'चेतावनी'],
]

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

describe.each(['en-IN', 'zh-Hans', 'ja', 'th', 'pl'])('in a site in %s', language => {
  let ask: Awaited<ReturnType<typeof createAsk>>
  beforeAll(async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'dateline-search-')), 'bundle')
    folders.push(folder)
    const pages = Object.entries(stories).map(([url, text]) => ({
      url: `/${url}/`,
      html: `<html><body data-pagefind-body><h1 data-pagefind-meta="title" data-pagefind-ignore>A</h1>${searchableHtml(`<p>${text}</p>`)}</body></html>`,
    }))
    await writeBundle(pages, language, folder, () => {})
    ask = await createAsk(folder)
  })

  test.each(questions)('“%s”', async (question, urls, marked) => {
    const found = await ask(question)
    expect(Object.keys(found).sort()).toEqual(urls.map(url => `/${url}/`).sort())
    const [first] = Object.values(found)
    if (first === undefined) return
    const shown = first.replaceAll('</mark> <mark>', ' ')
    expect(/<mark>(.*?)[\s,.:”。」]*<\/mark>/.exec(shown)?.[1]).toBe(marked)
    expect(first).not.toMatch(/\u2060|[\u0335-\u0338]/)
  })
})

describe('what is handed to Pagefind', () => {
  const { asWritten, partsOfQuestion } = searchWords()

  test('is the text itself where it needs no help', () => {
    for (const text of ['<p>The port of Genoa.</p>', '<p title="Łódź">Señor Núñez &amp; 서울</p>'])
      expect(searchableHtml(text)).toBe(text)
  })

  test('comes back as it was written', () => {
    for (const text of Object.values(stories)) expect(asWritten(searchableHtml(text))).toBe(text)
    for (const [letter] of strokes) expect(asWritten(searchableHtml(letter))).toBe(letter)
  })

  test('the page’s script takes the same letters for others', () => {
    for (const [letter, typed] of strokes) expect(partsOfQuestion(letter)).toEqual([typed])
  })
})
