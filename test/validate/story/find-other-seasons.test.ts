import { expect, test } from 'vitest'
import { siteData, storyFile, storyText } from '../../rig/site-data.ts'
import { newsroomOf } from '../../rig/small-newsroom.ts'

const inBerlin = {
  '_data/site.yaml': siteData['_data/site.yaml'].replace(/^timezone:.*$/m, 'timezone: Europe/Berlin'),
}

const warningsOf = (fields: Record<string, string>, body?: string) =>
  newsroomOf({ ...inBerlin, [storyFile]: storyText(fields, body) })
    .warnings.filter(({ code }) => code === 'date-other-season')
    .map(
      ({ location: { line, column, length }, message, hint }) =>
        `${line}:${column}+${length} ${message} → ${hint}`,
    )

test('each time of a story with the offset of the other season is named, with the right one', () => {
  const fields = {
    date: '2024-10-24T09:30:00+01:00',
    corrections: '[{ date: 2024-11-24T09:30:00+02:00, text: The hour was wrong. }]',
    live: 'true',
  }
  expect(warningsOf(fields, '::: entry 2024-10-24T18:40:00+01:00 Shut\nThe port is shut.\n:::\n')).toEqual([
    '3:7+25 date: this is the offset of the other season: Europe/Berlin is at +02:00 on that day, so readers see 10:30 → write 2024-10-24T09:30:00+02:00, or 2024-10-24T10:30:00+02:00 if the instant is right',
    '6:23+25 corrections.date: this is the offset of the other season: Europe/Berlin is at +01:00 on that day, so readers see 08:30 → write 2024-11-24T09:30:00+01:00, or 2024-11-24T08:30:00+01:00 if the instant is right',
    '9:11+25 entry: this is the offset of the other season: Europe/Berlin is at +02:00 on that day, so readers see 19:40 → write 2024-10-24T18:40:00+02:00, or 2024-10-24T19:40:00+02:00 if the instant is right',
  ])
})

test('a story that was imported has the offsets of another program', () => {
  expect(
    warningsOf({ date: '2024-10-24T09:30:00+01:00', imported: '{ from: old/post.html, check: [] }' }),
  ).toEqual([])
})
