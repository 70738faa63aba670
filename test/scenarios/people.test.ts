// Who wrote a story: what people.yaml tells of them, below their stories and on the fronts of what they wrote.

import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '../../src/domain/newsroom.ts'
import { cardOf } from '../../src/pages/story-card.ts'
import { attemptBuild, publishInProcess } from '../rig/build-in-process.ts'
import { halves } from '../rig/photos.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'
import { at, newsroomOf, problemsOf, storyAt, storyOf } from '../rig/small-newsroom.ts'

const now = at('2024-10-27T00:00:00Z')
const url = '/world/2024/10/24/quay/'
const people = `asha-rao:
  name: Asha Rao
  role: Reporter
  bio: Asha writes about the harbour.
  picture: /people/asha.jpg
  links: [https://social.example/@asha, https://asha.example/]
  fediverse: "@asha@social.example"
tom-field: { name: Tom Field }
ravi: { name: Ravi Das, picture: /people/ravi.svg }
`
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" viewBox="0 0 40 40"><path fill="#c00" d="M0 0h40v40H0z"/></svg>\n'

let site: SiteFolder
const portrait = (width: number) => halves(width, 400).jpeg().toBuffer()
const faces = () => Object.keys(site.snapshot('_site/media')).filter(file => file.includes('face-'))
const jsonLdOf = (page: string) =>
  JSON.parse(/ld\+json">(.*?)<\/script>/.exec(page)?.[1] ?? '{}')['@graph'][0]

beforeAll(async () => {
  site = createSite({
    '_data/people.yaml': people,
    'content/static/people/ravi.svg': drawing,
    ...storyAt('2024-10-24T08:00:00+05:30', 'quay', { authors: '[asha-rao, Lena Vogt, ravi]' }),
    ...storyAt('2024-10-24T09:00:00+05:30', 'rain', { authors: '[tom-field]' }),
  })
  site.writeBytes('content/static/people/asha.jpg', await portrait(600))
  await publishInProcess(site, now)
})
afterAll(() => site.dispose())

describe('below a story', () => {
  test('stands each author of whom there is more to say than a name, with a small picture', () => {
    const page = site.read(`_site${url}index.html`)
    const boxes = page.split('<div class="author">').slice(1)
    expect(boxes).toHaveLength(2)
    expect(boxes[0]).toMatch(
      /<source type="image\/avif" srcset="\/media\/hashed\/static\/people\/asha-\w+-face-112\.avif 112w, [^"]*-face-224\.avif 224w" sizes="3\.5rem"><img src="[^"]*face-224\.jpg" width="224" height="224" alt=""\s+loading="lazy"/,
    )
    expect(boxes[0]).toMatch(
      /<a href="\/bylines\/asha-rao\/"><b>Asha Rao<\/b><\/a> <span>Reporter<\/span> <a href="https:\/\/social\.example\/@asha">Mastodon<\/a> <a href="https:\/\/asha\.example\/">asha\.example</,
    )
    expect(boxes[1]).toMatch(/<img src="\/people\/ravi\.svg"/)
    expect(site.read('_site/world/2024/10/24/rain/index.html')).not.toContain('class="author"')
  })

  test('the page says whose it is, to the fediverse and to search engines', () => {
    const page = site.read(`_site${url}index.html`)
    expect(page).toContain('<meta name="fediverse:creator" content="@asha@social.example">')
    expect(jsonLdOf(page).author).toEqual([
      {
        '@type': 'Person',
        name: 'Asha Rao',
        url: 'https://bulletin.example/bylines/asha-rao/',
        jobTitle: 'Reporter',
        image: expect.stringMatching(
          /^https:\/\/bulletin\.example\/media\/hashed\/static\/people\/asha-\w+-face-224\.jpg$/,
        ),
        sameAs: ['https://social.example/@asha', 'https://asha.example/'],
      },
      { '@type': 'Person', name: 'Lena Vogt', url: 'https://bulletin.example/bylines/lena-vogt/' },
      expect.objectContaining({ name: 'Ravi Das', image: 'https://bulletin.example/people/ravi.svg' }),
    ])
  })
})

test('the front of what they wrote has the bio, the picture, and links that are theirs', () => {
  const front = site.read('_site/bylines/asha-rao/index.html')
  expect(front).toMatch(/face-224\.jpg"[^>]*>(?:<\/picture>)?\s*<h1>Asha Rao<\/h1>/)
  expect(front).toContain('Asha writes about the harbour.')
  expect(front).toContain('<a href="https://social.example/@asha" rel="me">Mastodon</a>')
  expect(jsonLdOf(front).mainEntity).toMatchObject({
    jobTitle: 'Reporter',
    sameAs: expect.any(Array),
    description: expect.any(String),
  })
})

test('a card has the face of its first author', () => {
  const { newsroom } = newsroomOf({ '_data/people.yaml': people })
  const asha = newsroom.people.get('asha-rao') as Person
  const picture = { src: '/people/asha.svg', file: 'content/static/people/asha.svg', ...drawn }
  const data = { ...newsroom, people: new Map([['asha-rao', { ...asha, picture }]]) }
  const faceBy = (authors: string) => cardOf(storyOf({ authors }), data).face
  expect(faceBy('[asha-rao, Lena Vogt]')).toMatchObject({ url: '/people/asha.svg', width: 40 })
  expect(faceBy('[Lena Vogt, asha-rao]')).toBeNull()
})

const drawn = { digest: 'd', width: 40, height: 40, bytes: 1, isOpaque: false, pixels: null }

test('pictures of people are small and square, and another one has other names', async () => {
  const before = faces()
  expect(before.map(file => file.replace(/^.*-face/, 'face')).sort()).toEqual([
    'face-112.avif',
    'face-224.avif',
    'face-224.jpg',
  ])
  const { width, height } = await sharp(
    `${site.root}/_site/media/${before.find(file => file.endsWith('.jpg'))}`,
  ).metadata()
  expect([width, height]).toEqual([224, 224])
  site.writeBytes('content/static/people/asha.jpg', await portrait(500))
  await publishInProcess(site, now)
  expect(faces()).toHaveLength(3)
  expect(faces().some(file => before.includes(file))).toBe(false)
  expect(site.read(`_site${url}index.html`)).toContain(faces().find(file => file.endsWith('.jpg')))
  site.write('_data/people.yaml', people.replace('  picture: /people/asha.jpg\n', ''))
  await publishInProcess(site, now)
  expect(faces()).toEqual([])
})

test('a picture that is not there is a problem with its line', async () => {
  site.write('_data/people.yaml', people.replace('ravi.svg', 'rawi.svg'))
  const built = await attemptBuild(site, now)
  expect(built.ok ? [] : built.fault).toMatchObject([
    { code: 'picture-missing', location: { file: '_data/people.yaml', line: 9, column: 34 } },
  ])
})

test.each([
  ['fediverse: asha@social.example', 'handle-form'],
  ['picture: asha.jpg', 'path-form'],
  ['links: [asha.example]', 'url-not-web'],
])('%s is a problem: %s', (line, code) =>
  expect(problemsOf({ '_data/people.yaml': `asha-rao:\n  name: Asha Rao\n  ${line}\n` })).toMatchObject([
    { code, location: { file: '_data/people.yaml', line: 3 } },
  ]),
)
