// What the configuration of a Hugo site says of its lists: which it makes, their feeds and their parts.

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readText } from '../../../system/files.ts'
import { asMap, asText, asTexts } from '../../fields/read-fields.ts'
import type { HugoConfig } from './read-config.ts'

export type HugoLists = {
  readonly taxonomies: readonly string[]
  /** In lower case. */
  readonly disabledKinds: ReadonlySet<string>
  readonly feedName: string
  readonly hasFeed: (kind: string) => boolean
  /** 0 where templates cut no list into parts. */
  readonly perPart: number
  readonly partName: string
}

const usualPart = 10

export const readHugoLists = ({ values }: HugoConfig, root: string): HugoLists => {
  const declared = asMap(values.get('taxonomies'))
  const outputs = asMap(values.get('outputs'))
  const formats = asMap(values.get('outputformats'))
  const pagination = asMap(values.get('pagination'))
  const size = Number(asText(pagination?.get('pagersize')) ?? asText(values.get('paginate')) ?? usualPart)
  return {
    taxonomies:
      declared === null
        ? ['tags', 'categories']
        : [...declared].flatMap(([, name]) => asText(name) ?? []).map(name => name.toLowerCase()),
    disabledKinds: new Set(asTexts(values.get('disablekinds'), /\s*,\s*/).map(kind => kind.toLowerCase())),
    feedName: asText(asMap(formats?.get('rss'))?.get('basename')) ?? 'index',
    hasFeed: kind => {
      const stated = outputs?.get(kind)
      return stated === undefined || asTexts(stated, null).some(format => /^rss$/i.test(format))
    },
    perPart: paginates(root) ? (size > 0 ? size : usualPart) : 0,
    partName: asText(pagination?.get('path')) ?? asText(values.get('paginatepath')) ?? 'page',
  }
}

/** Unknown where the templates did not come along. */
const paginates = (root: string): boolean => {
  const templates = ['layouts', 'themes'].flatMap(folder => templatesIn(join(root, folder)))
  if (templates.length === 0 || existsSync(join(root, 'go.mod'))) return true
  return templates.some(file => /paginat/i.test(readText(file) ?? ''))
}

const templatesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter(name => /\.html$/.test(name))
        .map(name => join(folder, name))
    : []
