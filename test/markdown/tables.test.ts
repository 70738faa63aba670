import { expect, test } from 'vitest'
import { render } from '../rig/markdown.ts'

const html = render('| Club | Points | Form |\n|:---|--:|:-:|\n| Rowers | 12 | **W** |\n')

test('a table can scroll by itself, also by the keyboard', () => {
  expect(html).toMatch(/^<div class="table" tabindex="0"><table>\n/)
  expect(html).toMatch(/<\/table><\/div>\n$/)
})

test('its headers say what they head', () => expect(html.match(/<th\b[^>]*scope="col"/g)).toHaveLength(3))

test('cells are aligned by classes: a strict policy refuses styles', () => {
  expect(html).not.toContain('style')
  expect(html).toContain('<td>Rowers</td>')
  expect(html).toContain('<td class="end">12</td>')
  expect(html).toContain('<td class="center"><strong>W</strong></td>')
  expect(html).toContain('<th class="end" scope="col">Points</th>')
})
