import { describe, expect, test } from 'vitest'
import { render } from '../rig/markdown.ts'

const html = render('| Club | Points | Form |\n|:---|--:|:-:|\n| Rowers | 12 | **W** |\n')

test('a table can scroll by itself, also by the keyboard', () => {
  expect(html).toMatch(/^<div class="table" tabindex="0"><table>\n/)
  expect(html).toMatch(/<\/table><\/div>\n$/)
})

test('its headers say what they head', () => expect(html.match(/<th\b[^>]*scope="col"/g)).toHaveLength(3))

test('a row is named by its first cell, but not by a number', () => {
  const ranked = render('| | Club |\n|--:|---|\n| 1 | Rowers |\n| **all** | |\n')
  expect(ranked).toContain('<td class="end">1</td>\n<td>Rowers</td>')
  expect(ranked).toContain('<th scope="row" class="end"><strong>all</strong></th>')
})

test('a corner without words is no header', () => {
  expect(render('| | Club |\n|---|---|\n| 1 | Rowers |\n')).toContain(
    '<tr>\n<td></td>\n<th scope="col">Club</th>',
  )
})

describe('a caption', () => {
  const table = '| a | b |\n|---|---|\n| 1 | 2 |\n'
  const caption = 'Table: Fish *landed*'

  test.each([
    ['right before the table', `${caption}\n${table}`],
    ['before it, behind an empty line', `${caption}\n\n${table}`],
    ['right behind it', `${table}${caption}\n`],
    ['behind it, and an empty line', `${table}\n${caption}\n`],
  ])('stands %s, and names the table for those who scroll it', (_where, text) => {
    expect(render(text)).toMatch(
      /^<div class="table" role="region" aria-labelledby="dl-table-1" tabindex="0"><table>\n<caption id="dl-table-1">Fish <em>landed<\/em><\/caption>\n<thead>/,
    )
    expect(render(text)).toMatch(/<\/table><\/div>\n$/)
  })

  test('each table has its own', () => {
    const captionsOf = (text: string) =>
      [...render(text).matchAll(/<caption id="(.*?)">(.*?)</g)].map(match => match.slice(1).join(' '))
    expect(captionsOf(`Table: A\n\n${table}\nTable: B\n\n${table}`)).toEqual(['dl-table-1 A', 'dl-table-2 B'])
    expect(captionsOf(`${table}\nTable: A\n\n${table}\nTable: B\n`)).toEqual(['dl-table-1 A', 'dl-table-2 B'])
    expect(captionsOf(`${table}\nTable: A\n\n${table}`)).toEqual(['dl-table-1 A'])
  })

  test('without a table is a paragraph', () => {
    expect(render(`${caption}\n\nWords.`)).toContain('<p>Table: Fish <em>landed</em></p>')
  })

  test('in a feed stands in a plain table', () => {
    expect(render(`${caption}\n\n${table}`, { base: 'https://bulletin.example' })).toMatch(
      /^<table>\n<caption>Fish <em>landed<\/em><\/caption>/,
    )
  })
})

test('cells are aligned by classes: a strict policy refuses styles', () => {
  expect(html).not.toContain('style')
  expect(html).toContain('<th scope="row">Rowers</th>')
  expect(html).toContain('<td class="end">12</td>')
  expect(html).toContain('<td class="center"><strong>W</strong></td>')
  expect(html).toContain('<th class="end" scope="col">Points</th>')
})

test.each(['![A map](map.svg "By hand")', 'https://youtu.be/x', '![The tide](tide.mp4)'])(
  'a caption stays a caption, also around nothing but %s',
  words => {
    const html = render(`Table: ${words}\n\n| a |\n|---|\n| b |\n`)
    expect(html).toMatch(/<caption id="dl-table-1"><(?:a|b)\b.*<\/caption>/)
    expect(html).not.toMatch(/<fig|class="embed"/)
  },
)
