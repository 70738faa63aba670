import { expect, test } from 'vitest'
import { faultOfWebVtt } from '../../../src/validate/text/find-caption-faults.ts'

const cue = '00:00:01.000 --> 00:00:02.500\nA horn.\n'

test.each([
  `WEBVTT\n\n${cue}\n${cue}`,
  `\ufeffWEBVTT - Harbour\r\n\r\n00:01.000 --> 00:02.000 align:start\r\nA horn.\r\n`,
  `WEBVTT\n\nNOTE of the desk\n\none\n${cue}\n2\n${cue}`,
])('captions that browsers show: %j', text => expect(faultOfWebVtt(text)).toBeNull())

test.each([
  [
    'commas in its times',
    'WEBVTT\n\n00:00:01,000 --> 00:00:02,500\nA horn.\n',
    2,
    '“00:00:01,000 --> 00:00:02,500” is not in the form of times: it needs a point before the thousandths, not a comma',
    'write 00:00:01.000 --> 00:00:02.500',
  ],
  [
    'a comma in a later one',
    `WEBVTT\n\n${cue}\n1:03 -> 0:1:04,5\nA horn.\n`,
    5,
    '“1:03 -> 0:1:04,5” is not in the form of times: it needs a point before the thousandths, not a comma',
    'write 01:03.000 --> 00:01:04.500',
  ],
  [
    'no empty line below its first',
    `WEBVTT\n${cue}`,
    1,
    'the empty line below WEBVTT is missing',
    'add an empty line below WEBVTT',
  ],
  [
    'no empty line between two captions',
    `WEBVTT\n\n${cue}${cue}`,
    4,
    'the empty line between two captions is missing',
    'add an empty line above this caption',
  ],
  [
    'the form of SubRip',
    '1\n00:00:01,000 --> 00:00:02,500\nA horn.\n',
    1,
    'this is SubRip (.srt), and not WebVTT',
    'begin it with a line WEBVTT and an empty line, and write a point for each comma in its times: 00:00:01.000 --> 00:00:02.500',
  ],
  [
    'no captions',
    'WEBVTT\n',
    0,
    'no caption with its times follows',
    'give each caption its times, such as 00:00:01.000 --> 00:00:02.500',
  ],
])('captions with %s', (_what, text, line, message, hint) => {
  expect(faultOfWebVtt(text)).toEqual({ code: 'captions-unreadable', line, message, hint })
})
