// How many columns of a terminal a text takes: marks above letters take none, letters of East Asia and pictures two.

const isPlain = /^[\x20-\x7e]*$/

// Unicode Standard Annex 11, roughly: what is wide is so by its script or by its block.
const wide =
  /(?![\uff61-\uffdf])(?:\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Bopomofo}|\p{Emoji_Presentation}|[\u3000-\u303e\uff01-\uff60\uffe0-\uffe6])/u

const empty = /\p{Mn}|\p{Me}|\u200c|\u200d|\ufe0f/u

/** A picture with its tone of skin, or several that are one. */
const pieces =
  /\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]*(?:\u200d\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]*)*|[\s\S]/gu

export const shownWidth = (text: string): number => {
  if (isPlain.test(text)) return text.length
  let width = 0
  for (const [piece] of text.matchAll(pieces)) width += widthOf(piece)
  return width
}

const widthOf = (piece: string): number => {
  if (piece.length > 2 || wide.test(piece)) return 2
  return empty.test(piece) ? 0 : 1
}
