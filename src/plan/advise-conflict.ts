// What to do where two things would have the same address: what of them an editor can move, and how.

/** Page kinds apart, which have their own names. */
export type Contender = {
  readonly kind: string
  readonly name: string
  /** That it is made of; null where the site makes it by itself. */
  readonly file: string | null
}

/** The first of them that somebody can move is to be; where both can, either. */
export const adviseConflict = (one: Contender, other: Contender): string => {
  const [first, second] = [one, other].map(moveOf)
  if (one.kind === 'static' && other.kind === 'static')
    return 'rename one of the two: letter case does not tell files apart'
  if (first && second) return `${first}, or ${second}`
  const [fixed, move] = first ? [other, first] : [one, second]
  if (!move) return 'give one of the two another address'
  const [, url = fixed.name] = / (\/\S*)$/.exec(fixed.name) ?? []
  return `${move}: Dateline makes ${url} itself`
}

const moveOf = ({ kind, name, file }: Contender): string | null => {
  if (kind === 'static') return `rename or delete ${file}`
  if (kind === 'alias') return `remove the old address from the aliases of ${file}`
  if (kind === 'story' || kind === 'tombstone') return `give ${file} another slug`
  if (kind === 'picture') return `rename ${file}`
  return kind === 'template' ? `give ${name} another permalink` : null
}
