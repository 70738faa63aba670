// Pictures whose file names have blanks: old readers of markdown showed them, ours ends an address at a blank.

import { type CodeRange, outsideCode } from './find-code.ts'

const picture =
  /(?<!\\)(!\[[^[\]\n]{0,1000}\]\()[ \t]*((?:(?!\]\()[^\n"<>]){1,500}?\.(?:jpe?g|png|gif|svg|webp|avif))((?:[ \t]+"[^"\n]{0,500}")?[ \t]*\))/gi

export const encodePictureAddresses = (text: string, code: readonly CodeRange[]): string =>
  outsideCode(text, code, piece =>
    piece.replace(picture, (written, before: string, address: string, after: string) =>
      /[ \t]/.test(address) && isBalanced(address) ? before + encoded(address) + after : written,
    ),
  )

const encoded = (address: string): string =>
  address.replace(/[ \t]/g, '%20').replaceAll('(', '%28').replaceAll(')', '%29')

/** A bracket that was closed before it was opened ended the address. */
const isBalanced = (address: string): boolean => {
  let open = 0
  for (const letter of address) {
    if (letter === '(') open++
    if (letter === ')' && --open < 0) return false
  }
  return open === 0
}
