// What other programs, wires and the newsroom itself leave in a text: readers would see it, and nobody means it for them.
//
// A row for each kind: how it is written, what it is, what to do. Each row stands for what is hardly ever
// written on purpose; in code all of it may stand.

import type { Fault } from '../../domain/problem.ts'

type Kind = {
  readonly written: RegExp
  readonly cause: string
  readonly hint: string
}

const remove = 'remove it'
const decide = 'take in what was agreed on, and remove the marks'
const finish = 'write what is to stand there, or remove it'
const newsroom = `(?:with legal|with (?:the )?(?:desk|lawyers?)|this|spelling|names?|dates?|quotes?|facts?|figures?|photos?|pictures?|links?|source)`

const kinds: readonly Kind[] = [
  {
    written: /\{\+\+[^{}]{1,2000}?\+\+\}|\{--[^{}]{1,2000}?--\}|\{~~[^{}]{1,2000}?~~\}/,
    cause: 'a change that an editor proposed',
    hint: decide,
  },
  {
    written: /\{>>[^{}]{1,2000}?<<\}|\{==[^{}]{1,2000}?==\}/,
    cause: 'a remark of an editor',
    hint: decide,
  },
  {
    written: new RegExp(
      [
        String.raw`\bTK(?:TK)+\b|\bTK TK\b|\[(?:[^[\]\n]{1,60} )?TK(?:[ :,](?!Maxx|Elevator)[^[\]\n]{1,60})?\](?![([:])`,
        String.raw`\[(?:CHECK|TODO|FIXME|CONFIRM|VERIFY|INSERT|PLACEHOLDER|LEGAL)\b[^[\]\n]{0,200}\](?![([:])`,
        String.raw`\[(?:[Cc]heck|[Cc]onfirm|[Vv]erify|[Ii]nsert|[Aa]dd|[Aa]sk) ${newsroom}\b[^[\]\n]{0,200}\](?![([:])`,
        String.raw`^(?:TODO|FIXME)\b:?[^\n]{0,60}`,
      ].join('|'),
      'm',
    ),
    cause: 'a note of the newsroom to itself',
    hint: `${finish}; a note for the newsroom alone is <!-- such a one -->`,
  },
  { written: /\blorem ipsum dolor\b/i, cause: 'text that only fills a place', hint: finish },
  {
    written:
      /【\d{1,4}[†:][^】\n]{0,80}】|:?contentReference\[oaicite[^\]\n]{0,40}\](?:\{index=\d+\})?|[\ue200\ue202]?(?:cite[\ue200\ue202]?)?turn\d+(?:search|view|news|image|file|fetch)\d+|\[cite(?:_start|_end|: ?\d+(?:, ?\d+)*)\]/,
    cause: 'the reference of a program that writes texts',
    hint: 'remove it, and hold the words before it against their source',
  },
  {
    written:
      /<(?:Media omitted|attached: [^<>\n]{1,120}|This message was edited)>|\u200e(?:image|video|audio|sticker|GIF|document|contact card) omitted/,
    cause: 'what a chat says in place of a picture',
    hint: remove,
  },
  {
    written:
      /\[cid:[^\]\s]{1,200}\]|\[Image removed by sender\.?[^\]\n]{0,200}\]|^-{2,}\s?(?:Original Message|Forwarded message)\s?-{2,}|^Sent from my (?:iPhone|iPad|Android|Galaxy|mobile|Samsung)\b[^\n]{0,60}|^Get Outlook for (?:iOS|Android)\b/m,
    cause: 'what a mail program adds',
    hint: remove,
  },
  {
    written: /^From:[^\n]{1,300}\n(?:(?:Sent|Date|To|Cc|Bcc|Reply-To|Subject):[^\n]{0,300}(?:\n|$)){2,}/m,
    cause: 'the head of a mail, with its addresses',
    hint: 'remove it; if readers are to see the mail, begin its lines with >',
  },
  {
    written:
      /Error! (?:Reference source|Bookmark) not (?:found|defined)\.?|\{ ?(?:HYPERLINK|PAGEREF|MERGEFIELD|INCLUDEPICTURE|TOC \\|REF _Ref)[^{}\n]{0,300}\}/,
    cause: 'a field of Word',
    hint: finish,
  },
  {
    written:
      /^\((?:Eds|EDS|Editors): [^()\n]{1,400}\)|^\(\([^()\n]{0,400}@[^()\n]{0,400}\)\)|^AP-[A-Z]{2}-\d\d-\d\d-\d\d \d{4}GMT|^\^By [^\n]{1,80}=$|^\{\{?(?:BC|PM|AM)-[^{}\n]{1,80}\}?\}/m,
    cause: 'what a news agency says to editors',
    hint: remove,
  },
  {
    written: /\*\|[A-Z][A-Z_:\d]{1,60}\|\*|%%[a-z_]{2,40}%%|\{\{?(?:first|last)_?name\b[^{}\n]{0,60}\}?\}/i,
    cause: 'a name that a mailing program fills in',
    hint: finish,
  },
  {
    written:
      /^(?:\.\. (?:image|figure|note|code-block|toctree|raw)::|image::?\S{1,200}\[|\[(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION|(?:source|quote)(?:,[^\]\n]{0,60})?)\]$|h[1-6]\. \S|bq\. \S|#\+[A-Z_]{3,20}(?:[: ]|$)|\*\[[^\]\n]{1,40}\]: \S)|(?<!')'''[^'\n]{1,200}'''(?!')|^={2,6} [^=\n]{1,120} ={2,6}$|(?<![={\w])==[^\s=](?:[^=\n]{0,200}[^\s=])?==(?![=\w])|:ref:`[^`\n]{1,100}`|\^\[[^[\]\n]{2,500}/m,
    cause: 'a mark of another language for texts',
    hint: 'write it in markdown, or as plain words',
  },
  {
    written: /``[^`\n]{1,500}?''/,
    cause: 'quotation marks as a wire writes them',
    hint: 'write “ before the words and ” behind them',
  },
  {
    written: /\$\$[^$\n]{0,500}\\[a-z]{2,20}[^$\n]{0,500}\$\$|\\begin\{[a-z]{1,20}\*?\}/,
    cause: 'a formula of TeX',
    hint: 'write it in words, or show it as a picture',
  },
  {
    // At the beginning of a line it is that of a list, which has a message of its own.
    written: /(?!(?<=^[ \t]{0,9})[\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc])[\ue000-\uf8fe]+/m,
    cause: 'a character that only one font has, such as a bullet of Word',
    hint: 'remove it: readers would see an empty box; begin the entries of a list with -',
  },
  {
    written: /\ufffc/,
    cause: 'the place of a picture that was not pasted with the words',
    hint: 'remove it, and add the picture as ![what it shows](harbour.jpg)',
  },
  {
    written: /[^\s\ufffd]{0,30}\ufffd+[^\s\ufffd]{0,30}/,
    cause: 'a letter that was lost',
    hint: 'type the word again',
  },
]

/** Letters of UTF-8, read as if they were of Windows: é, ’. Such words nobody writes. */
const garbled =
  /(?:\u00e2\u20ac[\u2018-\u2122\u0153\u00a6\u02dc"]|\u00c3[\u00a1-\u00ba\u00bc-\u00bf\u0161\u0178\u0153\u0152\u2030\u2020\u2021]|\u00c2[\u00a0-\u00ba\u00bc-\u00bf])+/

/** Whether it is worth looking for them. Nearly all texts have none of this; what is rare is looked for first. */
export const mayHaveLeftovers = (text: string): boolean =>
  ['TK', 'TODO', 'FIXME', 'ipsum dolor', 'Error! '].some(words => text.includes(words)) ||
  marks.test(text) ||
  oddCharacters.test(text) ||
  (text.includes('{') && inBraces.test(text)) ||
  (text.includes('[') && inBrackets.test(text)) ||
  hasLineOfOthers(text)

const marks =
  /==|``|\^\[|\$\$|\\begin\{|\*\||%%|'''|【|:(?:ref:|contentReference)|<(?:Media |attached: |This mess)|\d(?:search|view|news|image|file|fetch)\d/
const oddCharacters = /[\u200e\ue000-\uf8fe\ufffc\ufffd]|[\u00c2\u00c3\u00e2][\u00a0-\u00bf\u0152-\u2122]/
const inBraces = /\{(?:[+\-~>=]{2}| ?[A-Z]{3}|\{?(?:BC|PM|AM|(?:first|last)_?name))/i
const inBrackets =
  /\[(?:[Cc]heck |CHECK|[Cc]onfirm |CONFIRM|[Vv]erify |VERIFY|[Ii]nsert |INSERT|PLACEHOLDER|LEGAL|[Aa]dd |[Aa]sk |cid:|cite|Image removed|NOTE\]|TIP\]|IMPORTANT\]|WARNING\]|CAUTION\]|source|quote)/
const lineOfOthers =
  /-{2,}\s?[OF]|Sent from|Get Outlook|From:|\((?:\(|Ed|ED)|AP-|\^By|\.\. |image:|h[1-6]\. |bq\. |#\+|\*\[/y
const firstOfLine = '-SGFA(^.ihb#*'

/** Line by line, and of most only the first letter. */
const hasLineOfOthers = (text: string): boolean => {
  for (let at = 0; ; ) {
    if (firstOfLine.includes(text.charAt(at))) {
      lineOfOthers.lastIndex = at
      if (lineOfOthers.test(text)) return true
    }
    at = text.indexOf('\n', at) + 1
    if (at === 0) return false
  }
}

export type Leftover = { readonly words: string; readonly fault: Fault }

/** Each kind once, where it stands first. */
export const findLeftovers = (text: string): readonly Leftover[] => {
  if (!mayHaveLeftovers(text)) return []
  const words = garbled.exec(text)
  return [
    ...kinds.flatMap(({ written, cause, hint }): readonly Leftover[] => {
      const [found] = written.exec(text) ?? []
      return found === undefined ? [] : [{ words: found, fault: left(inOneLine(found), cause, hint) }]
    }),
    ...(words === null ? [] : [ofGarbled(words[0])]),
  ]
}

const inOneLine = (words: string): string => {
  const line = words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\ue000-\uf8ff\ufffc]/g, codeOf)
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`
}

/** No font shows it. */
const codeOf = (character: string): string => `<U+${character.charCodeAt(0).toString(16).toUpperCase()}>`

const left = (words: string, cause: string, hint: string): Fault => ({
  code: 'leftover-in-text',
  message: `readers would see ${words}: it looks like ${cause}`,
  hint,
})

const ofGarbled = (words: string): Leftover => {
  const meant = decoded(words)
  return {
    words,
    fault: left(
      words,
      'letters that a program misread',
      meant === null ? 'type the word again' : `type ${meant.trim() === '' ? 'a blank' : meant}`,
    ),
  }
}

/** Windows-1252, where it differs from Latin 1, from 0x80 on. */
const windows =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178'

const decoded = (words: string): string | null => {
  const bytes = [...words].map(letter => {
    const at = windows.indexOf(letter)
    return at === -1 ? (letter.codePointAt(0) ?? 0) : 0x80 + at
  })
  const text = Buffer.from(bytes).toString('utf8')
  return text.includes('\ufffd') ? null : text
}
