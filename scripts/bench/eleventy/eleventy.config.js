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

/** The keys of a map in order, each with the ones beside it: the newest last. */
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

/** What a page tells search engines about itself. */
const structured = (page, site, about) => {
  const url = site.url + page.url
  const publisher = {
    '@type': 'NewsMediaOrganization',
    '@id': `${site.url}/#newsroom`,
    name: site.name,
    url: `${site.url}/`,
  }
  const description = page.summary ?? site.description
  const section = page.urgency ? about.section[page.section].name : null
  const subject = page.urgency
    ? {
        '@type': 'NewsArticle',
        mainEntityOfPage: url,
        url,
        headline: page.title,
        description,
        datePublished: rfc3339(page.date),
        dateModified: rfc3339(page.updated ?? page.date),
        author: page.authors.map(key => ({
          '@type': 'Person',
          name: about.byline[key].name,
          url: `${site.url}/bylines/${key}/`,
        })),
        publisher,
        articleSection: section,
        keywords: page.topics.map(key => about.topic[key].name),
        inLanguage: site.language,
        wordCount: page.content.split(/\s+/).length,
        isAccessibleForFree: true,
        dateline: page.dateline,
      }
    : { '@type': 'CollectionPage', name: page.title, description, url, inLanguage: site.language, publisher }
  const crumbs = [
    { name: site.name, item: `${site.url}/` },
    ...(section === null ? [] : [{ name: section, item: `${site.url}/${page.section}/` }]),
    { name: page.title },
  ]
  const itemListElement = crumbs.map((crumb, at) => ({ '@type': 'ListItem', position: at + 1, ...crumb }))
  return {
    '@context': 'https://schema.org',
    '@graph': [subject, { '@type': 'BreadcrumbList', itemListElement }],
  }
}

// biome-ignore lint/style/noDefaultExport: Eleventy wants one
export default function (eleventyConfig) {
  const storiesOf = api => api.getFilteredByTag('stories')
  for (const section of sections) {
    eleventyConfig.addCollection(`section-${section}`, api =>
      storiesOf(api).filter(story => story.data.section === section),
    )
  }
  eleventyConfig.addCollection('newest', api => newestFirst(storiesOf(api)).slice(0, 50))
  eleventyConfig.addCollection('listings', api => listingsOf(storiesOf(api)))
  eleventyConfig.addCollection('listingMonths', api =>
    listingsOf(storiesOf(api)).flatMap(listing =>
      listing.months.map(month => ({ ...month, listing, days: daysIn(month.stories) })),
    ),
  )
  eleventyConfig.addCollection('days', api =>
    withNeighbours(groupBy(storiesOf(api), story => [dayOf(story.date)])).map(day => ({
      ...day,
      stories: byUrgency(day.stories.toReversed()),
    })),
  )
  eleventyConfig.addCollection('months', api =>
    withNeighbours(monthsOf(storiesOf(api))).map(month => ({
      ...month,
      days: daysIn(month.stories).map(({ day, stories }) => ({
        day,
        count: stories.length,
        stories: byUrgency(stories.toReversed()).slice(0, 3),
      })),
    })),
  )
  const filters = {
    day: dayOf,
    path: day => day.replaceAll('-', '/'),
    rfc3339,
    structured,
    rfc822,
    readerDate: date => dateForm.format(date),
    readerClock: date => clockForm.format(date),
    readerMoment: date => `${dateForm.format(date)}, ${clockForm.format(date)} IST`,
    readerDay: day => longDayForm.format(noon(day)),
    readerMonth: month => monthForm.format(noon(`${month}-15`)),
    newest: (stories, count) => stories.slice(0, count),
    sortByName: (listings, of) =>
      listings.filter(listing => listing.of === of).sort((one, other) => (one.key < other.key ? -1 : 1)),
    without: (stories, others) => stories.filter(story => !others.some(({ url }) => url === story.url)),
  }
  for (const [name, filter] of Object.entries(filters)) eleventyConfig.addFilter(name, filter)
  for (const name of ['favicon.svg', '_headers', 'ads.txt', 'humans.txt', 'trust.txt'])
    eleventyConfig.addPassthroughCopy(`content/${name}`)
}

export const config = {
  dir: { input: 'content', includes: '../_includes', data: '../_data' },
}
