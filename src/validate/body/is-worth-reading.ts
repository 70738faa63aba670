// Whether a text is to be read as markdown for its checks: nothing can be wrong with most, and reading all would double the price of a build.

import { hasRareCharacter } from '../text/find-odd-characters.ts'
import { mayHaveTemplateTags } from '../text/find-template-tags.ts'
import { hasInnerMark } from './find-inner-marks.ts'
import { mayHaveLeftoversInBody } from './find-leftover-faults.ts'
import { mayHaveLostCharacters } from './find-lost-characters.ts'
import { mayHaveOddNumber } from './find-shown-markup.ts'
import { mayHaveUnreadEmphasis } from './find-unread-emphasis.ts'
import { mayHaveUnreadMarks } from './find-unread-marks.ts'
import { namesSite, plainTarget } from './own-links.ts'

/** `origin`: links that begin with it lead to this site. What this takes for plain loses no word; a property holds that. */
export const isWorthReading = (body: string, origin: string): boolean =>
  marks.some(mark => body.includes(mark)) ||
  markup.test(body) ||
  mayHaveTemplateTags(body) ||
  mayHaveLeftoversInBody(body) ||
  mayHaveOddNumber(body) ||
  hasRareCharacter(body) ||
  body.includes('\t') ||
  underlines.test(body) ||
  mayHaveUnreadMarks(body) ||
  (body.includes('[') && targets.test(body)) ||
  (body.includes(':::') && boxes.test(body)) ||
  lineStarts.test(body) ||
  hasInnerMark(body) ||
  mayHaveUnreadEmphasis(body) ||
  mayHaveLostCharacters(body) ||
  namesSite(body, origin)

/** Notes, languages, references, tables, code. */
const marks = ['[^', ']{', '){', ']:', '|', '```', '~~~']

const markup = /<[a-z/!?%]|&lt;!/i

/** Pictures, links to elsewhere or without words, references. */
const targets = new RegExp(
  String.raw`!\[|\]\((?!\s*(?:https?:\/\/(?!localhost|127\.|0\.0\.|\[)[^/]|mailto:|tel:|${plainTarget}|#))|\[(?:[\s*_~\\\u200b-\u200f\u2060]|&[#\w]{1,32};)*\]|\]\[`,
  'i',
)

const boxes = /^[ \t>*+-]{0,40}:{3,}[ \t]*(?!pullquote\b)\w/m

/** Lines that make a subhead of the paragraph above them. */
const underlines = /(?<=\S[ \t]{0,40})\n[ \t>]{0,20}(?:-{1,80}|={1,80})[ \t]{0,40}$/m

/** Numbers that could be those of lists, subheads and entries without words, and what stands too deep in others. */
const lineStarts =
  /^(?:[ \t>*+-]*(?:\d{1,9}[.)](?:\s|$)|#{1,6}(?:[ \t#\u00a0\u200b-\u200f\u2060]|&[#\w]{1,32};)*$|[*+-][ \t]*$)|[ \t>*+\-.)\d]{25})/m
