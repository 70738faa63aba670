// JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/

import { isRecord, type JsonRecord, recordsIn } from '../json/json-values.ts'
import type { PageFault } from '../page-fault.ts'
import { isRfc3339, relativeIn, type StandardContext, standardFault, twiceIn } from './standard-fault.ts'

const fault = (message: string): PageFault => standardFault('JSON Feed 1.1', message)

export const checkJsonFeed = (document: unknown, { self, zone }: StandardContext): readonly PageFault[] => {
  if (!isRecord(document) || !Array.isArray(document.items))
    return [fault('a feed needs version, title and items')]
  const items = recordsIn(document.items)
  const double = twiceIn(items.map(({ id }) => String(id)))
  return [
    ...(document.version === 'https://jsonfeed.org/version/1.1' ? [] : [fault('the version is another')]),
    ...(isText(document.title) ? [] : [fault('the feed needs a title')]),
    ...(document.feed_url === self ? [] : [fault(`feed_url must be ${self}`)]),
    ...(double === undefined ? [] : [fault(`two items have the id ${double}`)]),
    ...items.flatMap(item => checkItem(item, zone)),
  ]
}

const checkItem = (item: JsonRecord, zone: string): readonly PageFault[] => {
  const { id, content_html: html, content_text: text, date_published, date_modified } = item
  const relative = typeof html === 'string' ? relativeIn(html) : undefined
  const times = [date_published, date_modified].filter(time => time !== undefined)
  return [
    ...(isText(id) ? [] : [fault('an item needs an id, which is a text')]),
    ...(typeof html === 'string' || typeof text === 'string'
      ? []
      : [fault('an item needs content_html or content_text')]),
    ...(times.every(time => isRfc3339(String(time), zone))
      ? []
      : [fault(`a date of ${String(id)} has another form`)]),
    ...(relative === undefined ? [] : [fault(`the address “${relative}” is not whole`)]),
  ]
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== ''
