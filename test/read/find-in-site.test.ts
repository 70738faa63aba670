import { afterAll, expect, test } from 'vitest'
import { spellingsOf } from '../../src/domain/find-words.ts'
import { createFindInSite } from '../../src/read/find-in-site.ts'
import { storyFile, storyText } from '../rig/site-data.ts'
import { createSite } from '../rig/site-folder.ts'

const origin = 'https://bulletin.example'

const site = createSite({
  '_data/menu.yaml': 'links:\n  - /gone/for/good/\n  - "/caf\\u00e9/"\n  - https://other.example/gone/\n',
  '_data/people.yaml': 'asha-rao: { name: Asha Rao, bio: >-\n    Read\n    /folded/\n    now }\n',
  '_data/tools.js': "export default { help: '/no-help/' }\n",
  'content/pages/team.md': '---\ntitle: Team\nsummary: Who we are.\nmore: /no-more/\n---\nText.\n',
  [storyFile]: storyText({ source: '{ name: W, url: https://bulletin.example/no-source/ }' }),
})
afterAll(site.dispose)
const find = createFindInSite(site.root)

test.each([
  ['an address of data', '/gone/for/good/', '_data/menu.yaml:2:5'],
  ['one by its letters’ numbers, asked for as pages have it', `${origin}/caf%C3%A9/`, '_data/menu.yaml:3:6'],
  ['one in a folded text', '/folded/', '_data/people.yaml:3:5'],
  ['one in a program', '/no-help/', '_data/tools.js:1:25'],
  ['a field of a plain page', '/no-more/', 'content/pages/team.md:4:7'],
  ['a field of a story, which a listing shows', `${origin}/no-source/`, `${storyFile}:6:25`],
])('%s is found where it stands', (_, words, at) => {
  const found = find(spellingsOf(words, origin))
  expect(found && `${found.file}:${found.line}:${found.column}`).toBe(at)
})

test('what stands nowhere is not found', () =>
  expect(find(spellingsOf('/nowhere-at-all/', origin))).toBeNull())
