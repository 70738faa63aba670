// JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/

import { isRecord, type JsonRecord, recordsIn } from '../json/json-values.ts'
import type { PageFault } from '../page-fault.ts'
import {
  exampleTime,
  firstRepeated,
  isRfc3339,
  relativeAddressIn,
  type StandardContext,
  standardFault,
} from './standard-fault.ts'

const version = 'https://jsonfeed.org/version/1.1'

const fault = (message: string): PageFault => standardFault('JSON Feed 1.1', message)

export const checkJsonFeed = (document: unknown, { self, zone }: StandardContext): readonly PageFault[] => {
  if (!isRecord(document) || !Array.isArray(document.items))
    return [fault('a feed needs version, title and items')]
  const items = recordsIn(document.items)
  const repeated = firstRepeated(items.map(({ id }) => String(id)))
  return [
    ...(document.version === version ? [] : [fault(`the version must be ${version}`)]),
    ...(isText(document.title) ? [] : [fault('the feed needs a title')]),
    ...(document.feed_url === self ? [] : [fault(`feed_url must be ${self}`)]),
    ...(repeated === undefined ? [] : [fault(`two items have the id ${repeated}`)]),
    ...items.flatMap(item => checkItem(item, zone)),
  ]
}

const checkItem = (item: JsonRecord, zone: string): readonly PageFault[] => {
  const { id, content_html: html, content_text: text, date_published, date_modified } = item
  const relative = typeof html === 'string' ? relativeAddressIn(html) : undefined
  const times = [date_published, date_modified].filter(time => time !== undefined)
  return [
    ...(isText(id) ? [] : [fault('an item needs an id that is a string')]),
    ...(typeof html === 'string' || typeof text === 'string'
      ? []
      : [fault('an item needs content_html or content_text')]),
    ...(times.every(time => isRfc3339(String(time), zone))
      ? []
      : [fault(`the dates of ${String(id)} must be times such as ${exampleTime}`)]),
    ...(relative === undefined
      ? []
      : [fault(`the address “${relative}” is relative: a feed needs full addresses`)]),
  ]
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== ''
