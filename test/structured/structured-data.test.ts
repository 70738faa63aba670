import { describe, expect, test } from 'vitest'
import { structuredData } from '../../src/structured/structured-data.ts'
import { siteData, storyFile, storyText, storyUrl } from '../rig/site-data.ts'
import { dataAt, later, newsroomOf, photo, planOf } from '../rig/small-newsroom.ts'

type Thing = Readonly<Record<string, unknown>>

const policies =
  'policies: { ethics: /about/, corrections: /about/, ownership: /about/ }\nlogo: /favicon.svg\n'
const site = { '_data/site.yaml': `${siteData['_data/site.yaml']}${policies}` }

/** The things that the page at a url is about. */
const graphAt = (url: string, files: Readonly<Record<string, string>> = {}): readonly Thing[] => {
  const all = { ...site, ...files }
  const data = dataAt(planOf(all, later), url)
  const page = { ...data, site: newsroomOf(all).newsroom.site } as unknown as Parameters<
    typeof structuredData
  >[0]
  const document = structuredData(page) as { '@context': string; '@graph': readonly Thing[] } | null
  expect(document?.['@context']).toBe('https://schema.org')
  return document?.['@graph'] ?? []
}

const story = (
  fields: Readonly<Record<string, string>> = {},
  body = 'Ships move again, all 14 of them.\n',
) => ({
  [storyFile]: storyText(fields, body),
  'content/stories/2024/10/24/harbour.jpg': photo,
})

describe('a story tells search engines', () => {
  const [article = {}, crumbs = {}] = graphAt(
    storyUrl,
    story({
      authors: '[asha-rao, "Lim Wei"]',
      tags: '[nato, ports]',
      dateline: 'Seoul',
      source: '{ name: Newszop, url: "https://newszop.example/a" }',
      updated: '2024-10-24T13:05:00+05:30',
      corrections: '[{ date: 2024-10-25T09:00:00+05:30, text: It was five ships. }]',
      image: '{ src: harbour.jpg, alt: The harbour, credit: Asha Rao, caption: At noon. }',
    }),
  )

  test('what it is called, where it is and what it is about', () =>
    expect(article).toMatchObject({
      '@type': 'NewsArticle',
      headline: 'Harbour reopens after the storm',
      url: `https://bulletin.example${storyUrl}`,
      mainEntityOfPage: `https://bulletin.example${storyUrl}`,
      articleSection: 'World',
      keywords: ['NATO', 'Ports'],
      dateline: 'Seoul',
      inLanguage: 'en-IN',
      isAccessibleForFree: true,
      wordCount: 7,
    }))

  test('its times with their offset; a correction is the last change', () =>
    expect(article).toMatchObject({
      datePublished: '2024-10-24T09:30:00+05:30',
      dateModified: '2024-10-25T09:00:00+05:30',
      correction: [
        {
          '@type': 'CorrectionComment',
          text: 'It was five ships.',
          datePublished: '2024-10-25T09:00:00+05:30',
        },
      ],
    }))

  test('each author with the page of their stories', () =>
    expect(article.author).toEqual([
      {
        '@type': 'Person',
        name: 'Asha Rao',
        url: 'https://bulletin.example/bylines/asha-rao/',
        jobTitle: 'Reporter',
      },
      { '@type': 'Person', name: 'Lim Wei', url: 'https://bulletin.example/bylines/lim-wei/' },
    ]))

  test('the publisher with its logo, and whose report it retells', () => {
    expect(article.publisher).toMatchObject({
      '@type': 'NewsMediaOrganization',
      name: 'The Test Bulletin',
      logo: 'https://bulletin.example/favicon.svg',
    })
    expect(article).toMatchObject({
      isBasedOn: 'https://newszop.example/a',
      sourceOrganization: { name: 'Newszop' },
    })
  })

  test('its picture in three ratios with size, credit and caption', () =>
    expect(article.image).toMatchObject(
      [
        { width: 1200, height: 675 },
        { width: 1200, height: 900 },
        { width: 1200, height: 1200 },
      ].map(size => ({ ...size, creditText: 'Asha Rao', caption: 'At noon.' })),
    ))

  test('the way to it from the front', () =>
    expect(crumbs).toMatchObject({
      '@type': 'BreadcrumbList',
      itemListElement: [
        { position: 1, name: 'The Test Bulletin', item: 'https://bulletin.example/' },
        { position: 2, name: 'World', item: 'https://bulletin.example/world/' },
        { position: 3, name: 'Harbour reopens after the storm' },
      ],
    }))
})

test('a story without a byline is by the newsroom', () =>
  expect(graphAt(storyUrl, story())[0]?.author).toMatchObject({ name: 'The Test Bulletin' }))

test('a story says its own language when that is not the site’s', () =>
  expect(graphAt(storyUrl, story({ language: 'hi-IN' }))[0]?.inLanguage).toBe('hi-IN'))

test('the front names the newsroom with the pages that say how it works', () => {
  const [page, newsroom] = graphAt('/', story())
  expect(page).toMatchObject({ '@type': 'CollectionPage', isPartOf: { '@type': 'WebSite' } })
  expect(newsroom).toMatchObject({
    '@type': 'NewsMediaOrganization',
    '@id': 'https://bulletin.example/#newsroom',
    publishingPrinciples: 'https://bulletin.example/about/',
    ethicsPolicy: 'https://bulletin.example/about/',
    correctionsPolicy: 'https://bulletin.example/about/',
    ownershipFundingInfo: 'https://bulletin.example/about/',
  })
  expect(newsroom).not.toHaveProperty('diversityPolicy')
})

test('a byline of people.yaml is somebody’s profile, a section a collection', () => {
  const files = story({ authors: '[asha-rao]' })
  expect(graphAt('/bylines/asha-rao/', files)[0]).toMatchObject({
    '@type': 'ProfilePage',
    mainEntity: { '@type': 'Person', name: 'Asha Rao', jobTitle: 'Reporter' },
  })
  expect(graphAt('/world/', files)[0]).toMatchObject({ '@type': 'CollectionPage', name: 'World' })
})
