import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseSlug } from '../../src/new-story/choose-slug.ts'
import { slugSyntaxes } from '../../src/validate/slug-syntax.ts'
import { siteData, storyText } from '../rig/site-data.ts'
import { newsroomOf, problemsOf } from '../rig/small-newsroom.ts'

const { isSlug } = slugSyntaxes.own
const inOwnLetters = { '_data/site.yaml': `${siteData['_data/site.yaml']}unicodeSlugs: true\n` }
const folder = 'content/stories/2024/10/24'
const storiesOf = (files: Readonly<Record<string, string>>) =>
  newsroomOf({ ...inOwnLetters, ...files }).stories.map(({ slug, url, id }) => ({ slug, url, id }))

describe('A slug in letters of its own', () => {
  test.each(['größe', 'मुंबई-में-बारिश', '東京で大雨', 'عاصفة-2', '서울', 'їжак', '2024', 'ไทย', 'storm-passes'])(
    '%s is one',
    slug => expect(isSlug(slug)).toBe(true),
  )

  test.each([
    ['', 'nothing'],
    ['Größe', 'a capital letter'],
    ['größe'.normalize('NFD'), 'letters taken apart'],
    ['zwei worte', 'a space'],
    ['-a', 'a hyphen at its head'],
    ['a--b', 'two hyphens'],
    ['a_b', 'an underline'],
    ['a/b', 'a slash'],
    ['a%20b', 'a percent sign'],
    ['sto\u200brm', 'a space that nobody sees'],
    ['می\u200cخواهد', 'a joiner that nobody sees'],
    ['\u3164', 'a letter that nobody sees'],
    ['10️⃣', 'an emoji'],
    ['\u0301a', 'a mark without a letter'],
    ['aux', 'the name of a device'],
    ['म'.repeat(67), 'more bytes than a folder may have'],
  ])('%j is none: %s', slug => expect(isSlug(slug)).toBe(false))

  test('is made of any headline with a letter, and is one', () => {
    const site = { language: 'hi', unicodeSlugs: true }
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), headline => {
        const chosen = chooseSlug(headline, undefined, site)
        if (chosen.ok) expect([chosen.value, isSlug(chosen.value)]).toEqual([chosen.value, true])
        else expect(chosen.fault).toContain('--slug=')
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    ['मुंबई में भारी बारिश, स्कूल बंद', 'मुंबई-में-भारी-बारिश-स्कूल-बंद'],
    ['Größe über Köln!', 'größe-über-köln'],
    ['Ferry ⛴️ sails, ten 10️⃣ ways', 'ferry-sails-ten-10-ways'],
    ['Größe'.normalize('NFD'), 'größe'],
    ['बारिश '.repeat(40), 'बारिश-बारिश-बारिश-बारिश-बारिश-बारिश-बारिश-बारिश-बारिश-बारिश-बारिश-बारिश'],
  ])('is made of %s', (headline, slug) =>
    expect(chooseSlug(headline, undefined, { language: 'hi', unicodeSlugs: true })).toEqual({
      ok: true,
      value: slug,
    }),
  )
})

describe('A site that has its own letters in addresses', () => {
  test('takes them from the names of files, however the disk writes them, and from the field', () => {
    const apart = 'größe'.normalize('NFD')
    const files = {
      [`${folder}/${apart}.md`]: storyText({ slug: undefined }),
      [`${folder}/b.md`]: storyText({ date: '2024-10-24T10:00:00+05:30', slug: 'मुंबई' }),
      [`${folder}/c.md`]: storyText({
        date: '2024-10-24T11:00:00+05:30',
        slug: 'straße-é'.normalize('NFD'),
      }),
    }
    expect(storiesOf(files)).toMatchObject(
      expect.arrayContaining([
        { slug: 'größe', url: '/world/2024/10/24/größe/', id: 'tag:bulletin.example,2024-10-24:größe' },
        { slug: 'मुंबई', url: '/world/2024/10/24/मुंबई/', id: 'tag:bulletin.example,2024-10-24:b' },
        expect.objectContaining({ slug: 'straße-é' }),
      ]),
    )
  })

  test('orders its bulletin by them, however they are written', () => {
    const files = {
      [`${folder}/größe.md`]: storyText(),
      'content/bulletins/2024-10-24.md': `---\norder: [${'größe'.normalize('NFD')}]\n---\n`,
    }
    const { curations, warnings } = newsroomOf({ ...inOwnLetters, ...files })
    expect(curations).toMatchObject([{ order: ['größe'] }])
    expect(warnings).toEqual([])
  })

  test.each([
    ['GRÖSSE.md', 'name the file grösse.md'],
    ['Zwei Größen.md', 'name the file zwei-größen.md'],
    ['a_मुंबई.md', 'name the file a-मुंबई.md'],
  ])('calls %s a problem, and says what to call it', (name, hint) => {
    const [problem] = problemsOf({ ...inOwnLetters, [`${folder}/${name}`]: storyText() })
    expect(problem).toMatchObject({ code: 'story-name', hint: expect.stringContaining(hint) })
    expect(problem?.hint).not.toContain('unicodeSlugs')
  })

  test('refuses two addresses that look alike', () => {
    const files = {
      [`${folder}/größe.md`]: storyText(),
      [`${folder}/${'größe'.normalize('NFD')}.md`]: storyText({ date: '2024-10-24T10:00:00+05:30' }),
    }
    expect(problemsOf({ ...inOwnLetters, ...files })).toMatchObject([{ code: 'url-taken' }])
  })

  test('refuses an old address that differs from a slug by case or by composition', () => {
    for (const alias of ['/world/2024/10/24/GRÖßE/', '/world/2024/10/24/größe'.normalize('NFD')]) {
      const files = {
        [`${folder}/größe.md`]: storyText(),
        [`${folder}/b.md`]: storyText({ date: '2024-10-24T10:00:00+05:30', aliases: `["${alias}"]` }),
      }
      expect(problemsOf({ ...inOwnLetters, ...files })).toMatchObject([{ code: 'url-taken' }])
    }
  })
})

describe('A site of plain addresses', () => {
  test('says how letters of any script are let in, where a file or a slug has them', () => {
    const way = 'or let addresses have letters of any script: unicodeSlugs: true in _data/site.yaml'
    expect(problemsOf({ [`${folder}/मुंबई.md`]: storyText() })).toMatchObject([
      { code: 'story-name', hint: expect.stringContaining(way) },
    ])
    expect(problemsOf({ [`${folder}/a.md`]: storyText({ slug: 'café' }) })).toMatchObject([
      { code: 'key-form', hint: `write cafe; ${way}` },
    ])
    expect(problemsOf({ [`${folder}/The Storm.md`]: storyText() })[0]?.hint).not.toContain('unicodeSlugs')
  })
})
