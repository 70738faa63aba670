import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createStoryTexts } from '../../src/layouts/story-texts.ts'
import { createMarkdown } from '../../src/markdown/create-markdown.ts'
import type { MarkdownContext } from '../../src/markdown/markdown-context.ts'
import type { StoryText } from '../../src/pages/page-kind.ts'
import type { FeedText } from '../../src/store/rows.ts'
import { digestOf } from '../../src/system/digest.ts'
import { storyFile, storyText } from '../rig/site-data.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dateline-texts-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const write = (body: string, fields = {}, file = storyFile): StoryText => {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), storyText(fields, body))
  return { file, digest: digestOf(body) }
}

const context: MarkdownContext = {
  pictures: [],
  base: 'https://bulletin.example',
  url: '/world/2024/10/24/storm/',
}

/** Texts that remember in a map, and count how often markdown was made into HTML. */
const open = (known = new Map<string, FeedText>()) => {
  const markdown = createMarkdown(null)
  const made: string[] = []
  const render = markdown.render.bind(markdown)
  markdown.render = (source, env) => {
    made.push(source)
    return render(source, env)
  }
  const texts = createStoryTexts(root, markdown, {
    textOf: () => undefined,
    feedTextOf: file => known.get(file),
    keepFeedText: (file, text) => known.set(file, text),
  })
  return { texts, known, made }
}

describe('the body of a story', () => {
  test.each(['The *first* paragraph.\n', '', '---\n\nBelow a rule.\n', 'हिंदी 🛳️\n\n'])(
    '%j is read as it was checked',
    body => {
      expect(open().texts.bodyOf(write(body))).toBe(body)
    },
  )

  test('has the same line ends, whatever the editor’s machine writes', () => {
    const text = write('One.\nTwo.\n')
    writeFileSync(join(root, storyFile), storyText({}, 'One.\nTwo.\n').replaceAll('\n', '\r\n'))
    expect(open().texts.bodyOf(text)).toBe('One.\nTwo.\n')
  })

  test('may stand below another headline than when it was checked', () => {
    const text = write('Rain.\n')
    write('Rain.\n', { title: 'Another headline' })
    expect(open().texts.bodyOf(text)).toBe('Rain.\n')
  })

  test.each([
    ['was edited', () => write('Snow.\n')],
    ['lost its front matter', () => writeFileSync(join(root, storyFile), 'Rain.\n')],
    ['was removed', () => rmSync(join(root, storyFile))],
    ['is no UTF-8 any more', () => writeFileSync(join(root, storyFile), Buffer.from([0xff, 0xfe]))],
  ])('that %s while the site was being built stops the build', (_what, edit) => {
    const text = write('Rain.\n')
    edit()
    expect(() => open().texts.bodyOf(text)).toThrow(
      `${storyFile} changed after it was checked; build again (with --changed, name this file as well)`,
    )
  })
})

describe('the text for feeds', () => {
  test('has the story’s links and places with the site’s address in front', () => {
    const text = write('[b](/b/) [c](#c)\n')
    expect(open().texts.feedHtmlOf(text, context)).toBe(
      '<p><a href="https://bulletin.example/b/">b</a> <a href="https://bulletin.example/world/2024/10/24/storm/#c">c</a></p>\n',
    )
  })

  test('is made once for all feeds, and not again in the next run', () => {
    const text = write('Rain.\n')
    const { texts, known, made } = open()
    const html = texts.feedHtmlOf(text, context)
    expect(texts.feedHtmlOf(text, context)).toBe(html)
    rmSync(join(root, storyFile))
    expect(open(known).texts.feedHtmlOf(text, context)).toBe(html)
    expect(made).toEqual(['Rain.\n'])
  })

  test.each([
    ['the text', (text: StoryText) => [write('Snow.\n', {}, text.file), context] as const],
    ['the address', (text: StoryText) => [text, { ...context, url: '/sport/2024/10/24/storm/' }] as const],
    [
      'the size of a picture',
      (text: StoryText) =>
        [
          text,
          {
            ...context,
            pictures: [
              { src: 'a.png', sources: [], url: '/a.png', width: 2, height: 1, tone: null, isClear: true },
            ],
          },
        ] as const,
    ],
  ])('is made again when %s changes', (_what, change) => {
    const text = write('Rain and [wind](#wind).\n')
    const { texts, known } = open()
    texts.feedHtmlOf(text, context)
    const before = known.get(text.file)
    texts.feedHtmlOf(...change(text))
    expect(known.get(text.file)?.sourceDigest).not.toBe(before?.sourceDigest)
  })
})
