// Fields that are a story's own: where a folder or a configuration gives one to many, it is about the list or the site.

import type { Fields } from '../fields/read-fields.ts'

const own = new Set([
  'title',
  'description',
  'summary',
  'excerpt',
  'slug',
  'url',
  'image',
  'cover',
  'thumbnail',
])

export const withoutOwnFields = (shared: Fields): Fields =>
  new Map([...shared].filter(([name]) => !own.has(name)))
