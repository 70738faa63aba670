import { describe, expect, test } from 'vitest'
import { faultLines, faultsOf } from '../rig/faults-of.ts'
import { storyFile, storyText } from '../rig/site-data.ts'
import type { Files } from '../rig/site-folder.ts'
import { filesInMemory, newsroomOf, noPicture, problemsOf, validateFiles } from '../rig/small-newsroom.ts'

const folder = 'content/stories/2024/10/24'
const captions = { [`${folder}/clip.vtt`]: 'WEBVTT\n\n00:00.000 --> 00:02.000\n[A horn]\n' }
const transcript = { [`${folder}/clip.txt`]: 'A horn sounds.\n' }
const poster = { [`${folder}/clip.png`]: 'a picture' }
const whole = { ...captions, ...transcript }

const mediaOf = (body: string, files: Files) =>
  newsroomOf({ ...files, [storyFile]: storyText({}, body) }).stories[0]?.media

describe('a video', () => {
  test('comes with its captions and its transcript', () => {
    expect(mediaOf('![The signals](clip.mp4)\n', whole)).toMatchObject([
      {
        src: 'clip.mp4',
        file: `${folder}/clip.mp4`,
        url: expect.stringMatching(/^\/media\/hashed\/2024\/10\/24\/clip-[0-9a-f]{8}\.mp4$/),
        kind: 'video',
        isSilent: false,
        size: { width: 1280, height: 720 },
        captions: {
          file: `${folder}/clip.vtt`,
          url: expect.stringMatching(/^\/media\/hashed\/2024\/10\/24\/clip-[0-9a-f]{8}\.vtt$/),
        },
        poster: null,
        transcript: { file: `${folder}/clip.txt` },
      },
    ])
  })

  test('has the size of its poster when it does not say its own', () => {
    const [webm] = mediaOf('![The signals](clip.webm)\n', { ...whole, ...poster }) ?? []
    expect(webm).toMatchObject({
      poster: { file: `${folder}/clip.png` },
      size: { width: 640, height: 480 },
    })
  })

  test('without sound needs neither, and may have them', () => {
    expect(mediaOf('![The tide](clip.mp4#silent)\n', {})).toMatchObject([
      { src: 'clip.mp4', isSilent: true, captions: null, transcript: null },
    ])
    expect(mediaOf('![The tide](clip.mp4#silent)\n', whole)).toMatchObject([
      { captions: { file: `${folder}/clip.vtt` }, transcript: { file: `${folder}/clip.txt` } },
    ])
  })

  test('of the whole site stands in its folder with what goes with it', () => {
    const files = {
      'content/static/clip.vtt': whole[`${folder}/clip.vtt`] ?? '',
      'content/static/clip.txt': 'A.',
    }
    expect(mediaOf('![The signals](/clip.mp4)\n', files)).toMatchObject([
      { url: '/clip.mp4', captions: { file: 'content/static/clip.vtt' } },
    ])
  })
})

test.each([
  ['clip.MP4', 'clip.VTT', 'clip.TXT', 'clip.JPG'],
  ['clip.Mp4', 'clip.Vtt', 'clip.Txt', 'clip.Jpeg'],
  ['clip.mp4', 'clip.VTT', 'clip.txt', 'clip.jpeg'],
])('the letters of endings do not matter: %s, %s, %s, %s', (src, vtt, txt, poster) => {
  const files = {
    [`${folder}/${vtt}`]: Object.values(captions)[0] ?? '',
    [`${folder}/${txt}`]: 'A horn sounds.\n',
    [`${folder}/${poster}`]: 'a picture',
  }
  expect(mediaOf(`![The signals](${src})\n`, files)).toMatchObject([
    {
      kind: 'video',
      captions: { file: `${folder}/${vtt}` },
      transcript: { file: `${folder}/${txt}` },
      poster: { file: `${folder}/${poster}` },
    },
  ])
})

test('a sound needs a transcript and no captions', () => {
  expect(mediaOf('![The call](clip.mp3)\n', transcript)).toMatchObject([
    { kind: 'audio', size: null, captions: null },
  ])
  expect(faultLines('![The call](clip.mp3)\n', captions)).toEqual(['7:13 transcript-missing'])
  expect(faultLines('![The call](clip.mp3#silent)\n')).toEqual(['7:13 transcript-missing'])
})

describe('what nobody means for readers does not stay in the words beside a video', () => {
  const both = '\n<<<<<<< HEAD\nTwo.\n=======\nThree.\n>>>>>>> desk\n'
  const withCaptions = (text: string) => ({ ...whole, [`${folder}/clip.vtt`]: text })
  const start = 'WEBVTT\n\n00:00.000 --> 00:02.000\n'
  test.each<[string, Files, string, string]>([
    ['a conflict in captions', withCaptions(`${start}A${both}`), 'conflict-marker', 'clip.vtt:5:1'],
    [
      'a conflict in a transcript',
      { ...whole, [`${folder}/clip.txt`]: `A${both}` },
      'conflict-marker',
      'clip.txt:2:1',
    ],
    [
      'a comment left open in captions',
      withCaptions(`${start}A <!-- b\n\n00:03.000 --> 00:04.000\nC\n`),
      'comment-unclosed',
      'clip.vtt:4:3',
    ],
    ['a control character', withCaptions(`${start}A\bB\n`), 'text-control-character', 'clip.vtt:4:2'],
    [
      'HTML in a transcript',
      { ...whole, [`${folder}/clip.txt`]: 'A horn.\n\nA <b>loud</b> one.\n' },
      'html-in-text',
      'clip.txt:3:3',
    ],
    [
      'an end of a comment in a transcript',
      { ...whole, [`${folder}/clip.txt`]: 'A <!-- note --> horn.\nMore -->\n' },
      'comment-unclosed',
      'clip.txt:2:6',
    ],
    [
      'times that browsers do not read',
      withCaptions('WEBVTT\n\n00:00,000 --> 00:02.000\nA\n'),
      'captions-unreadable',
      'clip.vtt:3:1',
    ],
  ])('%s, and is named at its place', (_what, files, code, place) => {
    const [problem, ...more] = problemsOf({ ...files, [storyFile]: storyText({}, '![A](clip.mp4)\n') })
    expect(problem).toMatchObject({ code, severity: 'error' })
    expect(problem?.message).toContain(`clip.mp4 in ${storyFile}: `)
    const { file = '', line, column } = problem?.location ?? {}
    expect(`${file.replace(`${folder}/`, '')}:${line}:${column}`).toBe(place)
    expect(more).toEqual([])
  })

  test('whole comments in captions are left out', () => {
    const files = withCaptions(`${start}A <!-- b\nc --> d\n`)
    expect(faultLines('![A](clip.mp4)\n', files)).toEqual([])
  })
})

describe('what is missing is reported at the line of the video', () => {
  test.each<[string, string, Files, readonly string[]]>([
    ['the file', 'missing.mp4', whole, ['media-missing']],
    ['a file that plays', 'unreadable.mp4', whole, ['media-unreadable']],
    ['captions', 'clip.mp4', transcript, ['captions-missing']],
    ['a transcript', 'clip.mp4', captions, ['transcript-missing']],
    ['both', 'clip.mp4', {}, ['captions-missing', 'transcript-missing']],
    [
      'words in the transcript',
      'clip.mp4',
      { ...whole, [`${folder}/clip.txt`]: ' \n' },
      ['transcript-missing'],
    ],
    ['a form that all browsers play', 'clip.mov', whole, ['media-unreadable']],
    ['a file beside the story', '../clip.mp4', whole, ['media-path']],
    ['a file of this site', 'https://example.org/clip.mp4', whole, ['media-foreign']],
  ])('%s', (_what, src, files, codes) => {
    expect(faultsOf(`One.\n\n![The signals](${src})\n`, files)).toEqual(
      codes.map(code => ({ code, at: '9:16', words: src })),
    )
  })

  test('a title', () => {
    expect(faultLines('![](clip.mp4)\n', whole)).toEqual(['7:5 media-title'])
  })

  test('a paragraph of its own', () => {
    expect(faultLines('See ![this](clip.mp4) now.\n', whole)).toEqual(['7:13 media-in-line'])
  })
})

test('the advice says how to tell that there is no sound', () => {
  const [problem] = problemsOf({ ...transcript, [storyFile]: storyText({}, '![A](clip.mp4)\n') })
  expect(problem?.hint).toBe(
    'add the file (WebVTT, in UTF-8), or write clip.mp4#silent if the video is silent',
  )
})

test('a fault of captions that two stories show is one problem', () => {
  const files = { ...whole, [`${folder}/clip.vtt`]: 'WEBVTT\n' }
  const story = (date: string) => storyText({ date }, '![A](clip.mp4)\n')
  const problems = problemsOf({
    ...files,
    [storyFile]: story('2024-10-24T09:30:00+05:30'),
    [`${folder}/other.md`]: story('2024-10-24T10:30:00+05:30'),
  })
  expect(problems.map(({ code }) => code)).toEqual(['captions-unreadable'])
})

test('captions under another name are one problem, which says how to mend it', () => {
  const files = { ...transcript, [`${folder}/clip.srt`]: '1\n00:00:01,000 --> 00:00:02,500\nA horn.\n' }
  const site = { ...filesInMemory({ ...files, [storyFile]: storyText({}, '![A](clip.mp4)\n') }) }
  const checked = validateFiles(
    { ...site, ignored: [`${folder}/clip.srt`, `${folder}/other.srt`] },
    noPicture,
    undefined,
    Object.keys(files),
  )
  expect(checked.ok ? [] : checked.fault).toMatchObject([
    {
      code: 'file-ignored',
      hint: expect.stringContaining('ffmpeg -i'),
      location: { file: `${folder}/other.srt` },
    },
    { code: 'captions-missing', hint: expect.stringMatching(/^clip\.srt is SubRip/) },
  ])
})
