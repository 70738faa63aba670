// Every correction the newsroom has made: the newest on one page, all of them by month.

import type { DatedCorrection } from '../../archive/create-archive.ts'
import { monthsBeside } from '../../archive/month-index.ts'
import { type Month, monthOf } from '../../domain/instant.ts'
import { addresses, correctionsMonthUrl } from '../../domain/site-addresses.ts'
import type { Story } from '../../domain/story.ts'
import { fill } from '../../domain/strings.ts'
import { dayOf } from '../../time/wire-time.ts'
import { type PageContext, pageKind } from '../page-kind.ts'
import { headlineOf, sectionLink } from '../story-card.ts'

const newestOnPage = 50

const show = ({ correction, story }: DatedCorrection, { newsroom }: PageContext) => ({
  ...correction,
  story: headlineOf(story),
  section: sectionLink(story.section, newsroom),
})

export const corrections = pageKind<'corrections'>({
  name: 'corrections',
  layout: 'layouts/corrections.njk',
  always: () => ['corrections'],
  pagesOf: story => (story.corrections.length > 0 ? ['corrections'] : []),
  urlOf: () => addresses.corrections,
  dataOf: (_key, context) => {
    const { archive, newsroom, time } = context
    return {
      meta: {
        title: newsroom.strings.corrections,
        description: fill(newsroom.strings.correctionsOf, { site: newsroom.site.name }),
        feed: { name: newsroom.strings.corrections, url: addresses.corrections },
        crumbs: [{ name: newsroom.site.name, url: '/' }],
      },
      corrections: archive.corrections.newest(newestOnPage).map(dated => show(dated, context)),
      months: archive.corrections.months.map(month => ({
        name: time.month(month),
        url: correctionsMonthUrl(month),
      })),
      older: null,
      newer: null,
    }
  },
})

const monthsOf = (story: Story, { newsroom }: PageContext): Month[] =>
  story.corrections.map(({ date }) => monthOf(dayOf(date, newsroom.site.timezone)))

export const correctionsMonth = pageKind<Month>({
  name: 'corrections-month',
  layout: 'layouts/corrections.njk',
  always: () => [],
  pagesOf: (story, context) =>
    monthsOf(story, context).flatMap(month => {
      const { older, newer } = monthsBeside(context.archive.corrections.months, month)
      return [month, older, newer].filter(other => other !== null)
    }),
  urlOf: correctionsMonthUrl,
  dataOf: (month, context) => {
    const { archive, newsroom, time } = context
    const { strings } = newsroom
    const shown = archive.corrections.inMonth(month)
    if (shown.length === 0) return null
    const { older, newer } = monthsBeside(archive.corrections.months, month)
    const link = (other: Month | null) =>
      other && { name: time.month(other), url: correctionsMonthUrl(other) }
    return {
      meta: {
        title: fill(strings.inMonth, { name: strings.corrections, month: time.month(month) }),
        description: fill(strings.namesOf, {
          names: fill(strings.inMonth, { name: strings.corrections, month: time.month(month) }),
          site: newsroom.site.name,
        }),
        feed: { name: strings.corrections, url: addresses.corrections },
        crumbs: [
          { name: newsroom.site.name, url: '/' },
          { name: strings.corrections, url: addresses.corrections },
        ],
      },
      corrections: shown.map(dated => show(dated, context)),
      months: [],
      older: link(older),
      newer: link(newer),
    }
  },
})
