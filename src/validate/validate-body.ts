// A story's markdown: its links must lead somewhere allowed, its pictures must stand beside it.

import type { MarkdownIt, Token } from 'markdown-it'
import { type Place, type Problem, placeInText } from '../domain/problem.ts'
import type { PictureFile } from '../domain/story.ts'
import { createMarkdown } from '../markdown/create-markdown.ts'
import { isAllowedLink } from '../markdown/links.ts'
import { writtenSrc } from '../markdown/pictures.ts'
import type { SourceFile } from '../read/read-source.ts'
import { findContainerFaults } from './find-containers.ts'
import { namesSite, ownPathOf, plainLinks, plainTarget } from './own-links.ts'
import { type FindPicture, validatePicture } from './validate-picture.ts'

type Body = {
  readonly source: SourceFile
  readonly body: string
  readonly findPicture: FindPicture
  /** The site's: links that begin with it lead to this site. */
  readonly origin: string
}

export type CheckedBody = {
  readonly pictures: readonly PictureFile[]
  /** Paths on this site that the text may link to, each once. */
  readonly links: readonly string[]
  readonly problems: readonly Problem[]
}

// Reading every body as markdown would double the price of a build; most bodies have nothing to look at.
const worthReading = new RegExp(
  String.raw`!\[|\]\((?!\s*(?:https?:\/\/[^/]|mailto:|tel:|${plainTarget}|#))|^[ \t>*+-]{0,40}\[[^\]]+\]:|\]\[`,
  'im',
)

let shared: MarkdownIt | null = null

/** A reader of markdown that sees every target, also the ones that pages refuse to show. */
const permissive = (): MarkdownIt => {
  shared ??= Object.assign(createMarkdown(), { validateLink: () => true })
  return shared
}

export const validateBody = (input: Body): CheckedBody => {
  const problems: Problem[] = findContainerFaults(input.body).map(({ line, ...fault }) => ({
    ...fault,
    severity: 'error',
    place: placeOfLine(input, line),
  }))
  const { body, origin } = input
  const isRead = (body.includes('[') && worthReading.test(body)) || namesSite(body, origin)
  const hrefs = isRead ? [] : [...plainLinks(body)]
  const pictures = new Map<string, PictureFile>()
  for (const block of isRead ? permissive().parse(body, {}) : []) {
    for (const token of block.children ?? []) {
      if (token.type === 'image') {
        const src = writtenSrc(token)
        const placeOf = () => placeOfTarget(input, block, src)
        const found = validatePicture(src, placeOf, input.findPicture)
        if (found.ok) pictures.set(src, found.value)
        else problems.push(found.fault)
        if (token.content.trim() === '') problems.push(altProblem(placeOf()))
      }
      const href = token.type === 'link_open' ? String(token.attrGet('href') ?? '') : null
      if (href === null) continue
      hrefs.push(href)
      if (!isAllowedLink(href)) problems.push(linkProblem(input, block, href))
    }
  }
  const links = hrefs.map(href => ownPathOf(href, origin)).filter(path => path !== null)
  return { pictures: [...pictures.values()], links: [...new Set(links)], problems }
}

const altProblem = (place: Place): Problem => ({
  code: 'picture-alt',
  severity: 'error',
  message: 'the picture has no words for those who cannot see it',
  hint: 'write what it shows between the brackets: ![the harbour at dawn](harbour.jpg)',
  place,
})

const linkProblem = (input: Body, block: Token, href: string): Problem => ({
  code: 'link-not-allowed',
  severity: 'error',
  message: `a story cannot link to “${href}”`,
  hint: 'write a web address with https://, mailto:, tel:, or a path on this site such as /world/',
  place: placeOfTarget(input, block, href),
})

const startOfLine = (body: string, line: number): number =>
  body.split('\n').slice(0, line).join('\n').length + (line > 0 ? 1 : 0)

const placeOfLine = ({ source, body }: Body, line: number): Place => {
  const bodyStart = source.text.length - body.length
  const { length } = body.split('\n')[line] ?? ''
  return placeInText(source.file, source.text, bodyStart + startOfLine(body, line), length)
}

const placeOfTarget = (input: Body, block: Token, target: string): Place => {
  const [firstLine] = block.map ?? [0]
  const lineStart = startOfLine(input.body, firstLine)
  // The same words may stand in the text before the link.
  const linked = input.body.indexOf(`](${target}`, lineStart)
  const found = linked === -1 ? input.body.indexOf(target, lineStart) : linked + 2
  const bodyStart = input.source.text.length - input.body.length
  const offset = found === -1 ? lineStart : found
  return placeInText(
    input.source.file,
    input.source.text,
    bodyStart + offset,
    found === -1 ? 1 : target.length,
  )
}
