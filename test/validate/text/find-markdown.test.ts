import { expect, test } from 'vitest'
import { findMarkdown } from '../../../src/validate/text/find-markdown.ts'

test.each([
  ['The *Breaking* news', '*Breaking*'],
  ['**Live:** the port', '**Live:**'],
  ['**Live**: the port', '**Live**'],
  ['See [our report](https://bulletin.example/a).', '[our report](https://bulletin.example/a)'],
  ['See [it](/world/)', '[it](/world/)'],
  ['Type `npm start` now', '`npm start`'],
])('%s', (text, found) => expect(findMarkdown(text)).toBe(found))

test.each([
  'M*A*S*H and a 5* hotel, or 4*',
  'F*** this, sh*t, b****y hell',
  'Schüler*innen und Lehrer*innen',
  '2 * 3 * 4',
  'It`s his, don`t you',
  '“[He] (the mayor) left”',
  '[Update] (again)',
  '*Not verified',
  'A **** film',
])('no markdown: %s', text => expect(findMarkdown(text)).toBeNull())
