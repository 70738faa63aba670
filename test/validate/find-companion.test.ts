import { describe, expect, test } from 'vitest'
import { adviseCaptions, adviseTranscript } from '../../src/validate/find-companion.ts'

const folder = 'content/stories/2024/10/24'
const video = `${folder}/storm-signals.mp4`
const others = ['storm-signals.mp4', 'harbour.mp4', 'harbour.vtt', 'harbour.txt', 'harbour.srt', 'talks.md']
const captions = (name: string) => adviseCaptions(video, [...others, name])
const transcript = (name: string) => adviseTranscript(video, [...others, name])

describe('Captions and transcripts whose name is nearly right', () => {
  test.each([
    'Storm-Signals.vtt',
    'storm signals.vtt',
    'storm_signals.VTT',
    'stormsignals.vtt',
    'storm-signals.en.vtt',
    'storm-signals.en-IN.vtt',
    'storm-signals-hi.vtt',
    'storm-signals_captions.vtt',
    'storm-signals.mp4.vtt',
    'storm-signals.captions.en.vtt',
    'storm-signals.vtt.txt',
    'storm-signals.webvtt',
    'strom-signals.vtt',
    'storm-signal.vtt',
  ])('%s', name => expect(captions(name)).toBe(`did you mean “${name}”? Rename it to storm-signals.vtt`))

  test.each([
    'Storm Signals.TXT',
    'storm-signals.text',
    'storm-signals-transcript.txt',
    'storm-signals.en.txt',
    'storm-signals.txt.txt',
    'storm-signlas.txt',
  ])('%s', name => expect(transcript(name)).toBe(`did you mean “${name}”? Rename it to storm-signals.txt`))
})

describe('Captions and transcripts in another form', () => {
  test.each([
    [
      'storm-signals.srt',
      `storm-signals.srt is SubRip, which browsers do not show: type ffmpeg -i ${folder}/storm-signals.srt ${folder}/storm-signals.vtt; or copy it, begin the copy with a line WEBVTT and an empty line, write a point for each comma in its times, and name it storm-signals.vtt`,
    ],
    [
      'Storm signals.en.SRT',
      `Storm signals.en.SRT is SubRip, which browsers do not show: type ffmpeg -i "${folder}/Storm signals.en.SRT" ${folder}/storm-signals.vtt; or copy it, begin the copy with a line WEBVTT and an empty line, write a point for each comma in its times, and name it storm-signals.vtt`,
    ],
    [
      'storm-signals.ass',
      `storm-signals.ass is SubStation Alpha, which browsers do not show: type ffmpeg -i ${folder}/storm-signals.ass ${folder}/storm-signals.vtt; or export it as WebVTT, and name it storm-signals.vtt`,
    ],
    [
      'storm-signals.ttml',
      'storm-signals.ttml is TTML, which browsers do not show: export it as WebVTT, and name it storm-signals.vtt',
    ],
  ])('%s', (name, advice) => expect(captions(name)).toBe(advice))

  test('a document', () => {
    expect(transcript('storm-signals.docx')).toBe(
      'save storm-signals.docx as plain text in UTF-8, and name it storm-signals.txt',
    )
  })
})

describe('Nobody guesses', () => {
  test.each(['council.vtt', 'harbour-2.vtt', 'storm-signals.jpg', 'notes.txt'])('%s', name => {
    expect(captions(name)).toBeNull()
  })

  test('at what belongs to another video, or is of another number', () => {
    const names = ['signals-1.mp4', 'signals-2.mp4', 'signals-1.vtt', 'signals-1.txt']
    expect(adviseCaptions(`${folder}/signals-2.mp4`, names)).toBeNull()
    expect(adviseTranscript(`${folder}/signals-2.mp4`, names)).toBeNull()
    expect(adviseCaptions(`${folder}/signals-2.mp4`, ['signals-1.vtt'])).toBeNull()
  })
})
