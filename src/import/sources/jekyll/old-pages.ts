// What plugins of a Jekyll site make besides its posts: feeds, lists by category, tag and time, and the parts of the list of all.

import { asMap, asText, asTexts, type Fields, saysNo } from '../../fields/read-fields.ts'
import { readFrontMatter } from '../../fields/read-front-matter.ts'
import { type Archive, hasFile } from '../archive.ts'
import { feedOfFile } from '../feed-of-file.ts'
import { laterParts, type OldPage, type PublicStory, type Shown } from '../old-page.ts'
import type { JekyllSite } from './jekyll-site.ts'
import { jekyllSlug } from './jekyll-slug.ts'

type Labelled = { readonly of: 'category' | 'tag'; readonly name: string; readonly count: number }

/** `config`: the members of _config.yml. */
export const jekyllPages = (
  archive: Archive,
  config: Fields,
  { basePath }: JekyllSite,
  stories: readonly PublicStory[],
): readonly OldPage[] => {
  const posts = stories.filter(({ file }) => /(?:^|\/)_posts\//.test(file))
  const labels = [
    ...countLabels('category', posts, ({ categories }) => categories),
    ...countLabels('tag', posts, story => story.labels),
  ]
  const plugins = pluginsOf(archive, config)
  const pages = [
    ...(plugins.has('jekyll-feed') ? feedsOf(asMap(config.get('feed')), labels) : []),
    ...writtenFeeds(archive),
    ...(plugins.has('jekyll-archives')
      ? archivesOf(asMap(config.get('jekyll-archives')), posts, labels)
      : []),
    ...partsOf(config, posts.length),
    ...autopagesOf(asMap(config.get('autopages')), labels),
    ...writtenLists(archive),
  ]
  return pages.map(page => ({ ...page, address: `${basePath}/${page.address}`.replace(/\/{2,}/g, '/') }))
}

const countLabels = (
  of: Labelled['of'],
  posts: readonly PublicStory[],
  labelsOf: (story: PublicStory) => readonly string[],
): readonly Labelled[] => {
  const counts = new Map<string, number>()
  for (const story of posts) for (const name of labelsOf(story)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].map(([name, count]) => ({ of, name, count }))
}

/** A Gemfile may name them as well. */
const pluginsOf = (archive: Archive, config: Fields): ReadonlySet<string> => {
  const gemfile = hasFile(archive, /^Gemfile$/) ? archive.read('Gemfile') : null
  const gems = gemfile?.ok ? [...gemfile.value.matchAll(/^\s*gem\s+["']([\w-]+)["']/gm)] : []
  return new Set([
    ...['plugins', 'gems', 'whitelist'].flatMap(name => asTexts(config.get(name), null)),
    ...gems.map(([, name = '']) => name),
  ])
}

const feedsOf = (settings: Fields | null, labels: readonly Labelled[]): readonly OldPage[] => {
  const all: OldPage = {
    address: asText(settings?.get('path')) ?? '/feed.xml',
    shows: { of: 'all' },
    feed: 'atom',
  }
  const categories = asTexts(settings?.get('categories'), null)
  const tags = settings?.get('tags')
  const tagFolder = asText(asMap(tags)?.get('path')) ?? '/feed/by_tag/'
  return [
    all,
    ...categories.map(
      (name): OldPage => ({ address: `/feed/${name}.xml`, shows: { of: 'category', name }, feed: 'atom' }),
    ),
    ...(tags === undefined || saysNo(tags) ? [] : labels.filter(({ of }) => of === 'tag')).map(
      ({ name }): OldPage => ({
        address: `${tagFolder}${jekyllSlug(name)}.xml`,
        shows: { of: 'tag', name },
        feed: 'atom',
      }),
    ),
  ]
}

/** Templates of the site itself. */
const writtenFeeds = ({ files, read }: Archive): readonly OldPage[] =>
  files.flatMap(({ file }): readonly OldPage[] => {
    if (/(?:^|\/)_/.test(file) || !/\.(?:xml|json|atom|rss)$/.test(file)) return []
    const text = read(file)
    const front = text.ok ? readFrontMatter(text.value, () => {}) : null
    if (!front?.ok || !front.value.hasFrontMatter) return []
    const address = asText(front.value.fields.get('permalink')) ?? `/${file}`
    const feed = feedOfFile(address, front.value.body)
    return feed === null ? [] : [{ address, shows: { of: 'all' }, feed }]
  })

// https://jekyll.github.io/jekyll-archives/configuration/
const usualArchives = {
  year: '/:year/',
  month: '/:year/:month/',
  day: '/:year/:month/:day/',
  tag: '/tag/:name/',
  category: '/category/:name/',
}

const archivesOf = (
  settings: Fields | null,
  posts: readonly PublicStory[],
  labels: readonly Labelled[],
): readonly OldPage[] => {
  const enabled = settings?.get('enabled')
  const names = new Set(asTexts(enabled, null))
  const has = (name: string) => names.has('all') || enabled === true || names.has(name)
  const permalinks = asMap(settings?.get('permalinks'))
  const patternOf = (kind: keyof typeof usualArchives) => asText(permalinks?.get(kind)) ?? usualArchives[kind]
  const ofLabels = labels
    .filter(({ of }) => has(of === 'tag' ? 'tags' : 'categories'))
    .map(
      ({ of, name }): OldPage => ({
        address: patternOf(of).replaceAll(':name', jekyllSlug(name)),
        shows: { of, name },
      }),
    )
  const days = [...new Set(posts.map(({ siteDay }) => siteDay))]
  const ofTimes = (['year', 'month', 'day'] as const).flatMap((kind, index) => {
    if (!has(kind)) return []
    const times = new Set(
      days.map(day =>
        day
          .split('-')
          .slice(0, index + 1)
          .join('-'),
      ),
    )
    return [...times].map((time): OldPage => {
      const [year = '', month = '', day = ''] = time.split('-')
      const address = patternOf(kind)
        .replaceAll(':year', year)
        .replaceAll(':month', month)
        .replaceAll(':day', day)
      return { address, shows: { of: 'time', path: `/${time.replaceAll('-', '/')}/` } }
    })
  })
  return [...ofLabels, ...ofTimes]
}

/** jekyll-paginate, and its second version. */
const partsOf = (config: Fields, count: number): readonly OldPage[] => {
  const first = Number(asText(config.get('paginate')))
  const path = asText(config.get('paginate_path')) ?? '/page:num'
  const second = asMap(config.get('pagination'))
  const size = Number(asText(second?.get('per_page')) ?? 10)
  const pattern = asText(second?.get('permalink')) ?? '/page/:num/'
  const isOn = second !== null && !saysNo(second.get('enabled') ?? false)
  const fill = (text: string) => (part: number) =>
    `/${text.replaceAll(':num', String(part))}/`.replace(/\/{2,}/g, '/').replace(/(\.\w+)\/$/, '$1')
  return [
    ...(first > 0 ? laterParts(fill(path), count, first, { of: 'all' }) : []),
    ...(isOn ? laterParts(fill(pattern), count, size, { of: 'all' }) : []),
  ]
}

const autopagesOf = (settings: Fields | null, labels: readonly Labelled[]): readonly OldPage[] => {
  if (settings === null || saysNo(settings.get('enabled') ?? false)) return []
  return labels.flatMap(({ of, name }): readonly OldPage[] => {
    const own = asMap(settings.get(of === 'tag' ? 'tags' : 'categories'))
    if (own !== null && saysNo(own.get('enabled') ?? true)) return []
    const pattern = asText(own?.get('permalink')) ?? (of === 'tag' ? '/tag/:tag' : '/category/:cat')
    const address = `/${pattern.replace(/:(?:tag|cat)\b/, jekyllSlug(name))}/`
    return [{ address, shows: { of, name } }]
  })
}

/** Pages that themes want for each label: `layout: tag`, `tag: nato`. */
const writtenLists = ({ files, read }: Archive): readonly OldPage[] =>
  files.flatMap(({ file }): readonly OldPage[] => {
    if (
      /(?:^|\/)_(?:posts|drafts|layouts|includes|data|sass|site)\//.test(file) ||
      !/\.(?:md|markdown|html)$/.test(file)
    )
      return []
    const text = read(file)
    if (!text.ok || !/^(?:tag|category|author)\s*:/m.test(text.value)) return []
    const front = readFrontMatter(text.value, () => {})
    if (!front.ok) return []
    const { fields } = front.value
    const layout = asText(fields.get('layout')) ?? ''
    const of = (['tag', 'category', 'author'] as const).find(
      each => fields.has(each) && layout.toLowerCase().includes(each.slice(0, 6)),
    )
    const name = of === undefined ? null : asText(fields.get(of))
    if (of === undefined || name === null || fields.has('date')) return []
    const shows: Shown = { of, name }
    const bare = file
      .replace(/^_/, '')
      .replace(/\.\w+$/, '')
      .replace(/(?:^|\/)index$/, '')
    return [{ address: asText(fields.get('permalink')) ?? `/${bare}/`, shows }]
  })
