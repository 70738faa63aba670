// Small exports of Ghost, as its versions write them.

type Row = Readonly<Record<string, unknown>>

const sentence = '<p>The harbour office said on Thursday that the ferry would sail again from Monday.</p>'

/** A public post of 4 June 2019, nine o'clock in New York, with what `fields` say instead. */
export const post = (id: number | string, fields: Row = {}): Row => ({
  id,
  title: `Story ${id}`,
  slug: `story-${id}`,
  html: sentence,
  type: 'post',
  status: 'published',
  visibility: 'public',
  created_at: '2019-06-03T13:00:00.000Z',
  published_at: '2019-06-04T13:00:00.000Z',
  ...fields,
})

/** Of version 2 and later. */
export const ghostExport = (posts: readonly Row[], tables: Row = {}): string =>
  JSON.stringify({ db: [{ meta: { exported_on: 1, version: '5.82.1' }, data: { posts, ...tables } }] })
