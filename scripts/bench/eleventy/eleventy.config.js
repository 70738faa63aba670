// A newsroom's site in plain Eleventy, as its documentation shows: collections, pagination, layouts.

const sections = ['world', 'nation', 'politics', 'business', 'technology', 'science', 'health', 'sport']

const zone = 'Asia/Kolkata'
const form = (locale, options) => new Intl.DateTimeFormat(locale, { timeZone: zone, ...options })
const dayForm = form('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' })
const timeForm = form('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })
const dateForm = form('en-IN', { day: 'numeric', month: 'long', year: 'numeric' })
const clockForm = form('en-IN', { hour: 'numeric', minute: '2-digit' })
const longDayForm = form('en-IN', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const monthForm = form('en-IN', { month: 'long', year: 'numeric' })
const weekdayForm = form('en-US', { weekday: 'short' })
const shortMonthForm = form('en-US', { month: 'short' })

const dayOf = date => dayForm.format(date)
const noon = day => new Date(`${day}T12:00:00+05:30`)
const rfc822 = date =>
  `${weekdayForm.format(date)}, ${dayOf(date).slice(8)} ${shortMonthForm.format(date)} ${dayOf(date).slice(0, 4)} ${timeForm.format(date)} +0530`

/** Stories come oldest first, as Eleventy has them; groups keep the order. */
const groupBy = (stories, keysOf, always = []) => {
  const groups = new Map(always.map(key => [key, []]))
  for (const story of stories) {
    for (const key of keysOf(story)) {
      if (!groups.has(key)) groups.set(key, [])
      groups.get(key).push(story)
    }
  }
  return groups
}

const newestFirst = stories => stories.toReversed()
const byUrgency = stories => newestFirst(stories).sort((one, other) => one.data.urgency - other.data.urgency)

/** The keys of a map in order, each with its neighbours: the newest last. */
const withNeighbours = groups => {
  const keys = [...groups.keys()].sort()
  return keys.map((key, at) => ({
    key,
    older: keys[at - 1],
    newer: keys[at + 1],
    stories: newestFirst(groups.get(key)),
  }))
}

const daysIn = stories =>
  [...groupBy(stories, story => [dayOf(story.date)])].map(([day, ofDay]) => ({ day, stories: ofDay }))

const kinds = {
  section: { folder: '', crumbs: [], always: sections, keysOf: story => [story.data.section] },
  topic: {
    folder: '/topics',
    crumbs: [{ name: 'Topics', url: '/topics/' }],
    keysOf: story => story.data.topics,
  },
  byline: {
    folder: '/bylines',
    crumbs: [{ name: 'Bylines', url: '/bylines/' }],
    keysOf: story => story.data.authors,
  },
}

const monthsOf = stories => groupBy(stories, story => [dayOf(story.date).slice(0, 7)])

/** Every section, topic and byline, with its stories and months. */
const listingsOf = stories =>
  Object.entries(kinds).flatMap(([of, { folder, crumbs, always, keysOf }]) =>
    [...groupBy(stories, keysOf, always)].map(([key, inside]) => ({
      of,
      key,
      url: `${folder}/${key}/`,
      crumbs,
      stories: newestFirst(inside),
      months: withNeighbours(monthsOf(inside)).reverse(),
    })),
  )

const rfc3339 = date => `${dayOf(date)}T${timeForm.format(date)}+05:30`

/** A page's structured data, for search engines. */
const structured = (page, site, about) => {
  const publisher = {
    '@type': 'NewsMediaOrganization',
    '@id': `${site.url}/#newsroom`,
    name: site.name,
    url: `${site.url}/`,
  }
  const section = page.urgency ? about.section[page.section].name : null
  const crumbs = [
    { name: site.name, item: `${site.url}/` },
    ...(section === null ? [] : [{ name: section, item: `${site.url}/${page.section}/` }]),
    { name: page.title },
  ]
  const itemListElement = crumbs.map((crumb, at) => ({ '@type': 'ListItem', position: at + 1, ...crumb }))
  const describe = section === null ? collectionPage : newsArticle
  return {
    '@context': 'https://schema.org',
    '@graph': [describe(page, site, publisher, about), { '@type': 'BreadcrumbList', itemListElement }],
  }
}

const collectionPage = (page, site, publisher) => ({
  '@type': 'CollectionPage',
  name: page.title,
  description: page.summary ?? site.description,
  url: site.url + page.url,
  inLanguage: site.language,
  publisher,
})

const newsArticle = (page, site, publisher, about) => ({
  '@type': 'NewsArticle',
  mainEntityOfPage: site.url + page.url,
  url: site.url + page.url,
  headline: page.title,
  description: page.summary ?? site.description,
  datePublished: rfc3339(page.date),
  dateModified: rfc3339(page.updated ?? page.date),
  author: page.authors.map(key => ({
    '@type': 'Person',
    name: about.byline[key].name,
    url: `${site.url}/bylines/${key}/`,
  })),
  publisher,
  articleSection: about.section[page.section].name,
  keywords: page.topics.map(key => about.topic[key].name),
  inLanguage: site.language,
  wordCount: page.content.split(/\s+/).length,
  isAccessibleForFree: true,
  dateline: page.dateline,
})

const storiesOf = api => api.getFilteredByTag('stories')

const collections = {
  ...Object.fromEntries(
    sections.map(section => [
      `section-${section}`,
      api => storiesOf(api).filter(story => story.data.section === section),
    ]),
  ),
  newest: api => newestFirst(storiesOf(api)).slice(0, 50),
  listings: api => listingsOf(storiesOf(api)),
  listingMonths: api =>
    listingsOf(storiesOf(api)).flatMap(listing =>
      listing.months.map(month => ({ ...month, listing, days: daysIn(month.stories) })),
    ),
  days: api =>
    withNeighbours(groupBy(storiesOf(api), story => [dayOf(story.date)])).map(day => ({
      ...day,
      stories: byUrgency(day.stories.toReversed()),
    })),
  months: api =>
    withNeighbours(monthsOf(storiesOf(api))).map(month => ({
      ...month,
      days: daysIn(month.stories).map(({ day, stories }) => ({
        day,
        count: stories.length,
        stories: byUrgency(stories.toReversed()).slice(0, 3),
      })),
    })),
}

const filters = {
  day: dayOf,
  path: day => day.replaceAll('-', '/'),
  rfc3339,
  structured,
  rfc822,
  readerDate: date => dateForm.format(date),
  readerTime: date => clockForm.format(date),
  readerDateTime: date => `${dateForm.format(date)}, ${clockForm.format(date)} IST`,
  readerDay: day => longDayForm.format(noon(day)),
  readerMonth: month => monthForm.format(noon(`${month}-15`)),
  newest: (stories, count) => stories.slice(0, count),
  sortByName: (listings, of) =>
    listings.filter(listing => listing.of === of).sort((one, other) => (one.key < other.key ? -1 : 1)),
  without: (stories, others) => stories.filter(story => !others.some(({ url }) => url === story.url)),
}

// biome-ignore lint/style/noDefaultExport: Eleventy wants one
export default function (eleventyConfig) {
  for (const [name, collect] of Object.entries(collections)) eleventyConfig.addCollection(name, collect)
  for (const [name, filter] of Object.entries(filters)) eleventyConfig.addFilter(name, filter)
  for (const name of ['favicon.svg', '_headers', 'ads.txt', 'humans.txt', 'trust.txt'])
    eleventyConfig.addPassthroughCopy(`content/${name}`)
}

export const config = {
  dir: { input: 'content', includes: '../_includes', data: '../_data' },
}
