// The digits of all scripts as Latin ones.

export const latinDigits = (text: string): string => text.replace(/(?![0-9])\p{Nd}/gu, latinDigit)

/** The digits of a script stand one behind the other in Unicode, each ten from the next script's. */
const latinDigit = (digit: string): string => {
  const code = digit.codePointAt(0) ?? 0
  const isDigit = (value: number) => /\p{Nd}/u.test(String.fromCodePoint(value))
  let value = 0
  while (value < 9 && isDigit(code - value - 1)) value++
  return String(value)
}
