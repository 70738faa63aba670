// Where a picture has no field for its credit, editors write it into the caption, as the photo picker of Ghost does.

const named =
  /^(?:photo(?:graph)?s?|images?|pictures?|illustrations?|fotos?|bilder?|photographie|crédits?|credits?|foto)(?:\s*(?:by|von|par|de|:|©|courtesy of)\s*)+(.+)$/iu

/** "At dawn. Photo: Li Wei" is "At dawn." and "Li Wei". The credit is empty where the caption names none. */
export const creditInCaption = (caption: string): { readonly caption: string; readonly credit: string } => {
  const starts = [
    0,
    ...[...caption.matchAll(/[.!?…)|–—/]\s+[([]?|\s[([]|^[([]/g)].map(
      ({ 0: gap, index }) => index + gap.length,
    ),
  ]
  for (const start of starts.toReversed()) {
    const credit = named.exec(caption.slice(start))?.[1] ?? /^©\s*(.+)$/.exec(caption.slice(start))?.[1]
    if (credit === undefined || credit.length > 200) continue
    const before = caption.slice(0, start).replace(/\s*[|–—/([]?\s*$/, '')
    return { caption: before, credit: credit.replace(/[.)\]\s]+$/, '') }
  }
  return { caption, credit: '' }
}
