// What an editor does to anything but a story: pictures, bulletins, pages, static files, site data, layouts, the clock.

import type { Instant } from '../../src/domain/instant.ts'
import {
  dayOfStory,
  type EditedBulletin,
  type EditedNewsroom,
  layoutIn,
  slugOfStory,
} from './edited-newsroom.ts'
import { type Edit, linkIn } from './story-edits.ts'
import { tinyFilm } from './tiny-film.ts'

const hour = 3_600_000

const svg = (width: number, words: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="480"><title>${words}</title></svg>\n`

/** An orange picture of pixels, and a wider blue one. */
export const png =
  'base64:iVBORw0KGgoAAAANSUhEUgAAAAYAAAAECAMAAACa2r5xAAAAA1BMVEXIWihNJ+cGAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAC0lEQVR42mNgwA0AABwAAcdGaXkAAAAASUVORK5CYII='
const widerPng =
  'base64:iVBORw0KGgoAAAANSUhEUgAAAAgAAAAECAMAAACEE47CAAAAA1BMVEUUWowYD0yjAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAC0lEQVR42mNgIAwAACQAASXCqOMAAAAASUVORK5CYII='

const withFile = (newsroom: EditedNewsroom, file: string, text: string | null): EditedNewsroom => {
  const { [file]: _, ...rest } = newsroom.others
  return { ...newsroom, others: text === null ? rest : { ...rest, [file]: text } }
}

const picturesOf = ({ others }: EditedNewsroom): readonly string[] =>
  Object.keys(others).filter(file => /^content\/stories\/.*\.svg$/.test(file))

const clipFiles = {
  'clip.mp4': (number: number) => tinyFilm(`${number}`),
  'clip.vtt': (number: number) => `WEBVTT\n\n00:00.000 --> 00:0${number}.000\n[A horn]\n`,
  'clip.txt': (number: number) => `A horn sounds ${number} times.\n`,
} as const

const clipNames = ['clip.mp4', 'clip.vtt', 'clip.txt'] as const

const addClip: Edit = (newsroom, pick) => {
  const story = pick.any(newsroom.stories)
  if (!story) return newsroom
  const filmed = clipNames.reduce(
    (with_, name) => withFile(with_, `content/stories/${story.folder}/${name}`, clipFiles[name](1)),
    newsroom,
  )
  const shown = { ...story, blocks: [...story.blocks, '![It](<clip.mp4> "A caption")'] }
  return { ...filmed, stories: filmed.stories.map(other => (other === story ? shown : other)) }
}

const clipsOf = ({ others }: EditedNewsroom): readonly string[] =>
  Object.keys(others).filter(file => file.endsWith('/clip.mp4'))

const editClip: Edit = (newsroom, pick) => {
  const clip = pick.any(clipsOf(newsroom))
  const name = pick.one(clipNames)
  return clip
    ? withFile(newsroom, clip.replace('clip.mp4', name), clipFiles[name](1 + pick.number(4)))
    : newsroom
}

const removeClip: Edit = (newsroom, pick) => {
  const clip = pick.any(clipsOf(newsroom))
  if (clip === undefined) return newsroom
  return clipNames.reduce((rest, name) => withFile(rest, clip.replace('clip.mp4', name), null), newsroom)
}

const addPicture: Edit = (newsroom, pick) => {
  const story = pick.any(newsroom.stories)
  if (!story) return newsroom
  const name = pick.one(['photo.svg', 'map of it.svg', 'träger.svg', 'quay.png'])
  const text = name.endsWith('.png') ? png : svg(640, 'one')
  const drawn = withFile(newsroom, `content/stories/${story.folder}/${name}`, text)
  const shown = pick.isOnceIn(2)
    ? { ...story, image: name }
    : { ...story, blocks: [...story.blocks, `![It](<${name}> "A caption")`] }
  return pick.isOnceIn(5)
    ? drawn
    : { ...drawn, stories: drawn.stories.map(other => (other === story ? shown : other)) }
}

const editPicture: Edit = (newsroom, pick) => {
  const file = pick.any(picturesOf(newsroom))
  if (!file) return newsroom
  const text = file.endsWith('.png')
    ? pick.one([png, widerPng])
    : svg(pick.one([640, 800]), pick.one(['one', 'two', 'three']))
  return withFile(newsroom, file, text)
}

const removePicture: Edit = (newsroom, pick) => {
  const file = pick.any(picturesOf(newsroom))
  return file ? withFile(newsroom, file, null) : newsroom
}

const hidePictures: Edit = (newsroom, pick) => {
  const story = pick.any(newsroom.stories)
  const without = story && {
    ...story,
    image: null,
    blocks: story.blocks.filter(block => !block.startsWith('![')),
  }
  return {
    ...newsroom,
    stories: newsroom.stories.map(other => (without && other === story ? without : other)),
  }
}

const editBulletin: Edit = (newsroom, pick) => {
  const story = pick.any(newsroom.stories)
  if (!story) return newsroom
  const day = dayOfStory(story)
  const slugs = newsroom.stories.filter(other => dayOfStory(other) === day).map(slugOfStory)
  const old: EditedBulletin = newsroom.bulletins[day] ?? { title: null, order: [], blocks: [] }
  const edited = pick.one<(was: EditedBulletin) => EditedBulletin>([
    was => ({ ...was, title: pick.any(['A long night', 'The day after', null]) ?? null }),
    was => ({ ...was, order: pick.isOnceIn(3) ? [] : pick.isOnceIn(2) ? slugs : slugs.toReversed() }),
    was => ({ ...was, blocks: [...was.blocks, linkIn(newsroom, pick)] }),
    was => ({ ...was, blocks: pick.isOnceIn(2) ? [] : [...was.blocks, '## In short', 'Some words.'] }),
  ])(old)
  return { ...newsroom, bulletins: { ...newsroom.bulletins, [day]: edited } }
}

const removeBulletin: Edit = (newsroom, pick) => {
  const day = pick.any(Object.keys(newsroom.bulletins))
  if (day === undefined) return newsroom
  const { [day]: _, ...bulletins } = newsroom.bulletins
  return { ...newsroom, bulletins }
}

const editPage: Edit = (newsroom, pick) => {
  const name = pick.one(['about', 'contact', 'ethics'])
  const { [name]: old, ...others } = newsroom.pages
  if (old && pick.isOnceIn(6)) return { ...newsroom, pages: others }
  const page = old ?? { title: name, blocks: ['Some words.', '## Who we are'] }
  const edited = pick.one([
    { ...page, blocks: [...page.blocks, `Words ${pick.number(5)}.`] },
    { ...page, title: `${name} ${pick.number(4)}` },
    { ...page, blocks: [...page.blocks, linkIn(newsroom, pick)] },
    { ...page, blocks: page.blocks.slice(1) },
  ])
  return { ...newsroom, pages: { ...others, [name]: edited } }
}

const editStatic: Edit = (newsroom, pick) => {
  const file = `content/static/${pick.one(['notice.txt', 'files/report.txt', 'favicon.svg'])}`
  const isGone = newsroom.others[file] !== undefined && pick.isOnceIn(3)
  return withFile(newsroom, file, isGone ? null : svg(16, `report ${pick.number(4)}`))
}

const editData: Edit = (newsroom, pick) => {
  const { people, topics, sections } = newsroom
  return pick.one<() => EditedNewsroom>([
    () => ({ ...newsroom, tagline: pick.any(['News, slowly', 'News, soon', null]) ?? null }),
    () => ({
      ...newsroom,
      people: { ...people, 'tom-field': { name: pick.one(['Tom Field', 'Tom Fielding']) } },
    }),
    () => ({
      ...newsroom,
      people: { ...people, 'asha-rao': { name: 'Asha Rao', bio: `Reporter ${pick.number(3)}` } },
    }),
    () => ({
      ...newsroom,
      topics: {
        ...topics,
        [pick.one(['nato', 'harbour'])]: { name: pick.one(['The alliance', 'The port']) },
      },
    }),
    () => ({ ...newsroom, sections: { ...sections, sport: { name: pick.one(['Sport', 'Sports']) } } }),
    () => ({ ...newsroom, topics: {} }),
  ])()
}

const editHosting: Edit = (newsroom, pick) => {
  const hostings = ['{ precompress: true }', '{ cdn: none }', '{ cdn: netlify }', null] as const
  return { ...newsroom, hosting: pick.one(hostings) }
}

const editFeeds: Edit = (newsroom, pick) => {
  const all = [
    '{ newest: 2 }',
    '{ newest: 5 }',
    '{ newest: 2, text: summary }',
    '{ archives: false }',
  ] as const
  const some = ['{ newest: 2, formats: [atom] }', '{ newest: 2, formats: [json, rss] }'] as const
  return { ...newsroom, feeds: pick.one([...all, ...some]) }
}

type Location = readonly [file: string, end: string]

/** A word that readers see, in layouts that stand on all pages, on some, and on few. */
const places: readonly [Location, ...Location[]] = [
  ['_includes/parts/footer.njk', '</footer>'],
  ['_includes/layouts/story.njk', '</article>'],
  ['_includes/layouts/alias.njk', '</body>'],
  ['_includes/layouts/month.njk', '{% endblock %}'],
  ['_includes/parts/crumbs.njk', '</ol>'],
  ['_includes/parts/pager.njk', '</nav>'],
]

const editLayout: Edit = (newsroom, pick) => {
  const [file, end] = pick.one(places)
  const text = layoutIn(newsroom, file).replaceAll(/<i>n\d<\/i>/g, '')
  const at = text.lastIndexOf(end)
  const edited = `${text.slice(0, at)}<i>n${pick.number(9)}</i>${text.slice(at)}`
  return { ...newsroom, layouts: { ...newsroom.layouts, [file]: edited } }
}

const editStyle: Edit = (newsroom, pick) => {
  const file = `_includes/css/${pick.one(['site.css', 'story.css'])}`
  const text = layoutIn(newsroom, file).replace(/\.n\d \{ color: red \}\n$/, '')
  return {
    ...newsroom,
    layouts: { ...newsroom.layouts, [file]: `${text}.n${pick.number(9)} { color: red }\n` },
  }
}

const commentOnLayout: Edit = (newsroom, pick) => {
  const file = `_includes/${pick.one(['parts/byline.njk', 'layouts/tombstone.njk', 'machine/rss.xml.njk', 'layouts/base.njk'])}`
  const text = layoutIn(newsroom, file).replace(/^\{# note \d #\}/, '')
  return { ...newsroom, layouts: { ...newsroom.layouts, [file]: `{# note ${pick.number(9)} #}${text}` } }
}

const waits = [1, 2, 4, 7, 25, 50, 24 * 20] as const

export const siteEdits: Readonly<Record<string, readonly [weight: number, edit: Edit]>> = {
  'put a picture beside a story': [3, addPicture],
  'draw a picture anew': [2, editPicture],
  'remove a picture': [1, removePicture],
  'show a story without pictures': [1, hidePictures],
  'put a clip beside a story': [2, addClip],
  'cut a clip anew': [1, editClip],
  'remove a clip': [1, removeClip],
  'curate a bulletin': [4, editBulletin],
  'curate a bulletin no more': [1, removeBulletin],
  'write a page': [3, editPage],
  'change a static file': [2, editStatic],
  'change the site’s data': [1, editData],
  'change the hosting': [1, editHosting],
  'change the feeds': [1, editFeeds],
  'change a layout': [1, editLayout],
  'change a style': [1, editStyle],
  'comment on a layout': [1, commentOnLayout],
  'let time pass': [
    6,
    (newsroom, pick) => ({ ...newsroom, now: (newsroom.now + pick.one(waits) * hour) as Instant }),
  ],
  'set the clock back': [1, newsroom => ({ ...newsroom, now: (newsroom.now - 5 * hour) as Instant })],
}
