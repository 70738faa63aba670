// Small exports of WordPress, as WordPress writes them.

type Extras = {
  readonly meta?: Readonly<Record<string, string>>
  /** "domain/slug": name */
  readonly terms?: Readonly<Record<string, string>>
  /** States of comments. */
  readonly comments?: readonly string[]
}

const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`

const names: Readonly<Record<string, string>> = {
  title: 'title',
  link: 'link',
  pubDate: 'pubDate',
  creator: 'dc:creator',
  guid: 'guid',
  content: 'content:encoded',
  excerpt: 'excerpt:encoded',
}

/** A published post of 4 June 2019, nine o'clock in New York, with what `fields` and `extras` say instead. */
export const item = (
  id: number,
  fields: Readonly<Record<string, string>> = {},
  extras: Extras = {},
): string => {
  const slug = fields.post_name ?? `story-${id}`
  const all: Readonly<Record<string, string>> = {
    title: `Story ${id}`,
    link: `https://old.example/2019/06/04/${slug}/`,
    pubDate: 'Tue, 04 Jun 2019 13:00:00 +0000',
    creator: 'arao',
    guid: `https://old.example/?p=${id}`,
    content: 'The harbour office said on Thursday that the ferry would sail again from Monday.',
    post_id: String(id),
    post_date: '2019-06-04 09:00:00',
    post_date_gmt: '2019-06-04 13:00:00',
    post_name: slug,
    status: 'publish',
    post_type: 'post',
    ...fields,
  }
  const elements = Object.entries(all).map(([name, value]) => {
    const tag = names[name] ?? `wp:${name}`
    return `<${tag}>${name === 'link' || name === 'pubDate' ? value : cdata(value)}</${tag}>`
  })
  const terms = Object.entries(extras.terms ?? {}).map(([key, name]) => {
    const [domain, slug] = key.split('/')
    return `<category domain="${domain}" nicename="${slug}">${cdata(name)}</category>`
  })
  const meta = Object.entries(extras.meta ?? {}).map(
    ([key, value]) =>
      `<wp:postmeta><wp:meta_key>${cdata(key)}</wp:meta_key><wp:meta_value>${cdata(value)}</wp:meta_value></wp:postmeta>`,
  )
  const comments = (extras.comments ?? []).map(
    state =>
      `<wp:comment><wp:comment_approved>${cdata(state)}</wp:comment_approved><wp:comment_content>${cdata('No!')}</wp:comment_content></wp:comment>`,
  )
  return `<item>\n${[...elements, ...terms, ...meta, ...comments].join('\n')}\n</item>`
}

/** A picture of the library. */
export const attachment = (
  id: number,
  path: string,
  fields: Readonly<Record<string, string>> = {},
  extras: Extras = {},
) =>
  item(
    id,
    {
      ...{ post_type: 'attachment', status: 'inherit', content: '', title: path },
      ...{ attachment_url: `https://old.example/wp-content/uploads/${path}`, ...fields },
    },
    extras,
  )

export const wxr = (items: readonly string[], address = 'https://old.example'): string =>
  `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>Old</title>
<link>${address}</link>
<language>en-US</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>${address}</wp:base_site_url>
<wp:base_blog_url>${address}</wp:base_blog_url>
<wp:author><wp:author_id>1</wp:author_id><wp:author_login>${cdata('arao')}</wp:author_login><wp:author_email>${cdata('asha@old.example')}</wp:author_email><wp:author_display_name>${cdata('Asha Rao')}</wp:author_display_name></wp:author>
<wp:category><wp:term_id>7</wp:term_id><wp:category_nicename>${cdata('sport')}</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name>${cdata('Sport')}</wp:cat_name></wp:category>
<wp:category><wp:term_id>8</wp:term_id><wp:category_nicename>${cdata('rowing')}</wp:category_nicename><wp:category_parent>${cdata('sport')}</wp:category_parent><wp:cat_name>${cdata('Rowing')}</wp:cat_name></wp:category>
${items.join('\n')}
</channel>
</rss>
`
