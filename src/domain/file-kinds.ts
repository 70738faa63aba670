// How long files may be kept, and what they are, by their names. One table for every server and network.

import { addresses, hashedMedia } from './site-addresses.ts'

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** Fresh for `fresh` seconds; for `stale` more, an old copy may be shown while a new one is fetched (RFC 5861). */
const shortLived = (fresh: number, stale: number): string =>
  `public, max-age=${fresh}, stale-while-revalidate=${stale}`

export const cacheOf = {
  page: shortLived(minute, 10 * minute),
  feed: shortLived(5 * minute, 10 * minute),
  other: shortLived(hour, day),
  /** Asked about each time. */
  current: 'public, max-age=0, must-revalidate',
  /** For names that change with the content (RFC 8246). */
  fingerprinted: `public, max-age=${365 * day}, immutable`,
} as const

/** Parts of a search index that are named after their content. */
export const searchEndings = ['pf_filter', 'pf_fragment', 'pf_index', 'pf_meta']

/**
 * What leads to these parts, which a publish may take away; and the program that reads them, whose name stays when its
 * version does not. A path with one * for each.
 */
export const searchLeads = ['bundles.json', '*/pagefind-entry.json', '*.pagefind'].map(
  file => `${addresses.search}${file}`,
)

const indexParts = `^${addresses.search}.*\\.(?:${searchEndings.join('|')})$`

/** As regular expressions of paths, in syntax that every server knows; the first that fits counts. */
export const cacheRules: readonly { readonly path: string; readonly cache: string }[] = [
  { path: `^${hashedMedia}`, cache: cacheOf.fingerprinted },
  { path: '(?:/[^./]*|\\.html)$', cache: cacheOf.page },
  ...searchLeads.map(path => ({
    path: `^${path.replace(/\./g, '\\.').replace('*', '.*')}$`,
    cache: cacheOf.current,
  })),
  { path: '\\.(?:json|opml|txt|xml)$', cache: cacheOf.feed },
  { path: indexParts, cache: cacheOf.fingerprinted },
]

const indexPart = new RegExp(indexParts)

/**
 * Whether browsers may keep what stands at a path, "media/hashed/a-0f3a9c1e.gif", without ever asking again. To Netlify
 * the pattern of a folder fits "media/hashed.gif" too.
 */
export const isKeptForGood = (output: string): boolean =>
  output.startsWith(hashedMedia.slice(1, -1)) ||
  (output.startsWith('search/') && indexPart.test(`/${output}`))

/** Files that their endings do not tell apart from others. */
export const typeOfName: Readonly<Record<string, string>> = {
  'rss.xml': 'application/rss+xml',
  'atom.xml': 'application/atom+xml',
  'feed.json': 'application/feed+json',
}

/** Of text: every one of them is UTF-8. */
export const textTypes: Readonly<Record<string, string>> = {
  css: 'text/css',
  csv: 'text/csv',
  geojson: 'application/geo+json',
  gpx: 'application/gpx+xml',
  htm: 'text/html',
  html: 'text/html',
  ics: 'text/calendar',
  js: 'text/javascript',
  json: 'application/json',
  jsonl: 'application/jsonl',
  jsonld: 'application/ld+json',
  kml: 'application/vnd.google-earth.kml+xml',
  map: 'application/json',
  md: 'text/markdown',
  mjs: 'text/javascript',
  ndjson: 'application/x-ndjson',
  opml: 'text/x-opml',
  srt: 'application/x-subrip',
  svg: 'image/svg+xml',
  topojson: 'application/json',
  tsv: 'text/tab-separated-values',
  txt: 'text/plain',
  vcf: 'text/vcard',
  vtt: 'text/vtt',
  webmanifest: 'application/manifest+json',
  xht: 'application/xhtml+xml',
  xhtml: 'application/xhtml+xml',
  xml: 'application/xml',
  xsl: 'application/xslt+xml',
  xslt: 'application/xslt+xml',
  yaml: 'application/yaml',
  yml: 'application/yaml',
}

/** What else stands on a news site. */
export const otherTypes: Readonly<Record<string, string>> = {
  '7z': 'application/x-7z-compressed',
  aac: 'audio/aac',
  apng: 'image/apng',
  avif: 'image/avif',
  bmp: 'image/bmp',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  epub: 'application/epub+zip',
  flac: 'audio/flac',
  gif: 'image/gif',
  gz: 'application/gzip',
  heic: 'image/heic',
  ico: 'image/x-icon',
  jfif: 'image/jpeg',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  jxl: 'image/jxl',
  kmz: 'application/vnd.google-earth.kmz',
  m4a: 'audio/mp4',
  m4v: 'video/mp4',
  mov: 'video/quicktime',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  odp: 'application/vnd.oasis.opendocument.presentation',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odt: 'application/vnd.oasis.opendocument.text',
  oga: 'audio/ogg',
  ogg: 'audio/ogg',
  ogv: 'video/ogg',
  opus: 'audio/ogg',
  otf: 'font/otf',
  pdf: 'application/pdf',
  pkpass: 'application/vnd.apple.pkpass',
  png: 'image/png',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  rtf: 'application/rtf',
  tar: 'application/x-tar',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  ttf: 'font/ttf',
  wasm: 'application/wasm',
  wav: 'audio/wav',
  webm: 'video/webm',
  webp: 'image/webp',
  woff: 'font/woff',
  woff2: 'font/woff2',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
  // The search unpacks them by itself.
  ...Object.fromEntries(['pagefind', ...searchEndings].map(ending => [ending, 'application/octet-stream'])),
}

/**
 * What networks of servers have in no table, or have had in none until lately: browsers, which are told not to guess, show
 * no captions and no picture of another type. Of all others the networks know as much as this file.
 */
export const rareTypes: readonly string[] = [
  'avif',
  'jfif',
  'jsonl',
  'jxl',
  'm4a',
  'ndjson',
  'opml',
  'topojson',
  'vtt',
  'webmanifest',
  'webp',
]

/** By the ending of its name: "image/jpeg". */
export const typeOfFile = (path: string): string => {
  const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''
  return textTypes[ending] ?? otherTypes[ending] ?? 'application/octet-stream'
}
