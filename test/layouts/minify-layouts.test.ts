import fc from 'fast-check'
import { minify } from 'html-minifier-terser'
import { describe, expect, test } from 'vitest'
import { layoutAddresses } from '../../src/domain/site-addresses.ts'
import { createFilters } from '../../src/layouts/filters.ts'
import { createLayoutEnvironment } from '../../src/layouts/layout-environment.ts'
import { minifyLayouts } from '../../src/layouts/minify-layouts.ts'
import { readLayouts } from '../../src/read/read-layouts.ts'
import { projectRoot } from '../rig/site-folder.ts'
import { newsroomOf } from '../rig/small-newsroom.ts'

const minified = async (source: string, name = 'layouts/page.njk') =>
  (await minifyLayouts(new Map([[name, source]]))).get(name)

const tagsOf = (source: string) => source.match(/\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/g) ?? []

describe('Nunjucks tags stay as they are', () => {
  test.each([
    ['in text', '<p>\n  {{ story.title }}\n</p>'],
    ['in an attribute', '<a href="{{ story.url }}" {% if story.rel %}rel="{{ story.rel }}"{% endif %}>x</a>'],
    ['with characters of HTML', '<p>{{ "<b>" if one < two and two > one else "&amp;" }}</p>'],
    ['with quotes inside quotes', `<p title="{{ 'a' + "b" }}">x</p>`],
    ['with spaces that count', "<p>{{ names | join(',   ') }}</p>"],
    ['over several lines', '<p>{{ story.title\n   | upper }}</p>'],
    ['around whole elements', '<ul>{% for link in links %}\n<li>{{ link }}</li>\n{% endfor %}</ul>'],
    ['in a style', '<style>{% include "css/site.css" %}</style>'],
    ['with trimmed sides', '<p>a {%- if b -%} c {%- endif -%} d</p>'],
  ])('%s', async (_, source) => {
    expect(tagsOf((await minified(source)) ?? '')).toEqual(tagsOf(source))
  })

  test('whatever stands in them', async () => {
    const inside = fc.string({ unit: 'grapheme' }).filter(text => !/[%{}#]/.test(text))
    const property = fc.asyncProperty(fc.array(inside, { maxLength: 4 }), async words => {
      const source = words.map(word => `<p class="a">{{ ${word} }}</p> {% ${word} %}`).join('\n')
      expect(tagsOf((await minified(source)) ?? '')).toEqual(tagsOf(source))
    })
    await fc.assert(property)
  })

  test('those of every layout of the demonstration', async () => {
    const layouts = readLayouts(projectRoot)
    for (const [name, source] of await minifyLayouts(layouts))
      expect(tagsOf(source), name).toEqual(tagsOf(layouts.get(name)?.replace(/\{#[\s\S]*?#\}/g, '') ?? ''))
  })
})

describe('what goes', () => {
  test('comments and runs of white space; one space stays between words', async () => {
    expect(await minified('<p>\n  one\n  <b>two</b>   three <!-- note -->\n</p>\n')).toBe(
      '<p> one <b>two</b> three </p> ',
    )
  })

  test('nothing of preformatted text', async () => {
    expect(await minified('<pre>  one\n\n  two</pre>')).toBe('<pre>  one\n\n  two</pre>')
  })

  test('comments and spaces of stylesheets', async () => {
    expect(await minified('/* a */\np > b { color : #ff0000 ; }\n', 'css/site.css')).toBe('p>b{color:red}')
  })

  test.each([
    'machine/rss.xml.njk',
    'machine/sitemap.xml.njk',
    'machine/sitemap-index.xml.njk',
    'machine/robots.txt.njk',
  ])('nothing of %s, which is not HTML', async name => {
    const source = '<a>\n  <Link>x</Link>\n</a>\n'
    expect(await minified(source, name)).toBe(source)
  })
})

describe('a layout that is not balanced by itself', () => {
  test.each([
    ['an element closed that was never opened', '<p>one</p></div>'],
    ['an element that is never closed', '<div><p>one</p>'],
    ['an element opened twice, closed once', '{% if a %}<div class="a">{% else %}<div>{% endif %}one</div>'],
    ['an element closed in one case only', '<p>one</p>{% if a %}</div>{% endif %}'],
    ['a tag cut short', '<p>one</p><div class="a"'],
    ['a stray <', '<p>1 < 2</p>'],
  ])('%s is named in the error, on one line', async (_, source) => {
    const error = await minified(source, 'parts/broken.njk').then(String, (reason: Error) => reason.message)
    expect(error).toMatch(/^_includes\/parts\/broken\.njk is not balanced HTML by itself: [^\n]+$/)
  })

  test('the error says which tag', async () => {
    await expect(minified('<main><p>one</p></div></main>')).rejects.toThrow('there is a </div> too many')
    await expect(minified('<main><p>one</p>')).rejects.toThrow('a </main> is missing')
  })
})

test('pages made from minified layouts are hardly larger than pages minified one by one', async () => {
  const layouts = await minifyLayouts(
    new Map(
      [
        'layouts/base.njk',
        'parts/masthead.njk',
        'parts/search-link.njk',
        'parts/footer.njk',
        'parts/link.njk',
        'css/site.css',
        'css/pictures.css',
        'css/listing.css',
      ].map(name => [name, readLayouts(projectRoot).get(name) ?? '']),
    ),
  )
  const raw = readLayouts(projectRoot)
  const { site, strings } = newsroomOf({}).newsroom
  const data = {
    site,
    meta: { kind: 'page', url: '/about/', title: 'About', description: 'What this is.', crumbs: [] },
    sections: Array.from({ length: 20 }, (_, index) => ({ key: `s${index}`, name: `Section ${index}` })),
    plainPages: [],
  }
  const noTexts = { bodyOf: () => '', feedHtmlOf: () => '' }
  const page = (from: ReadonlyMap<string, string>) =>
    createLayoutEnvironment(from, createFilters(site, noTexts), {
      strings,
      addresses: layoutAddresses,
    }).render('layouts/base.njk', data)
  const options = {
    collapseWhitespace: true,
    conservativeCollapse: true,
    removeComments: true,
    minifyCSS: true,
  }
  const best = (await minify(page(raw), options)).length
  expect(page(layouts).length / best).toBeLessThan(1.03)
  expect(page(raw).length / best).toBeGreaterThan(1.1)
})
