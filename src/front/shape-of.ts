// How a part of a front looks: what it holds decides, and what stands before it, so that no two parts in a row look alike.

/** What counts of a story. */
export type Faces = { readonly hasPicture: boolean; readonly hasFace: boolean }

export type Shape =
  /** A lead, two seconds with their pictures, and a list. */
  | 'lead'
  /** The same where the seconds have none: then a third stands with them. */
  | 'column'
  /** Three equal ones with pictures. */
  | 'three'
  /** Two large pictures, and headlines below. */
  | 'pair'
  /** One with its picture beside a list of headlines. */
  | 'list'
  /** Opinion: who says it stands beside what is said. */
  | 'faces'
  /** The bulletin: numbers in its order. */
  | 'numbered'
  /** Nothing but headlines, the first with its summary. */
  | 'headlines'

type Measure = {
  /** How many stories it shows with a picture, the first ones. */
  readonly pictures: number
  readonly fewest: number
  /** How many stand together: those of the first weight, of the second … */
  readonly groups: readonly number[]
}

export const measureOf: Readonly<Record<Shape, Measure>> = {
  lead: { pictures: 3, fewest: 1, groups: [1, 2, 4] },
  column: { pictures: 1, fewest: 1, groups: [1, 3, 4] },
  three: { pictures: 3, fewest: 3, groups: [3] },
  pair: { pictures: 2, fewest: 2, groups: [2, 4] },
  list: { pictures: 1, fewest: 3, groups: [1, 4] },
  faces: { pictures: 0, fewest: 2, groups: [4] },
  numbered: { pictures: 0, fewest: 1, groups: [Number.POSITIVE_INFINITY] },
  headlines: { pictures: 0, fewest: 1, groups: [4] },
}

export const mostIn = (shape: Shape): number => measureOf[shape].groups.reduce((sum, count) => sum + count, 0)

/** What stands in each of its groups; none is empty. */
export const inGroups = <Item>(shape: Shape, items: readonly Item[]): readonly (readonly Item[])[] => {
  const { groups } = measureOf[shape]
  const starts = groups.map((_count, index) => groups.slice(0, index).reduce((sum, count) => sum + count, 0))
  return starts
    .map((start, index) => items.slice(start, starts[index + 1] ?? items.length))
    .filter(group => group.length > 0)
}

/** The better ones first, where what they hold allows several. */
const pictured = ['three', 'pair', 'list'] as const satisfies readonly Shape[]

export type Filled<Story> = { readonly shape: Shape; readonly stories: readonly Story[] }

/**
 * `stories`: what could be shown, in its order, more than fit. `before`: the shape of the part above. Null for no stories.
 * A story with a picture comes up to a picture's place past a few without one.
 */
export const fillShape = <Story extends Faces>(
  stories: readonly Story[],
  before: Shape | null,
  most: number | null,
): Filled<Story> | null => {
  if (stories.length === 0) return null
  const wanted = most === null ? stories : stories.slice(0, Math.max(most, 1))
  const faces = wanted.slice(0, mostIn('faces'))
  // A column of opinion has no pictures; elsewhere they say more than who wrote.
  if (faces.length >= measureOf.faces.fewest && faces.every(each => each.hasFace && !each.hasPicture))
    return { shape: 'faces', stories: faces }
  const near = wanted.slice(0, window)
  const withPicture = near.filter(({ hasPicture }) => hasPicture)
  const fits = pictured.filter(
    shape => withPicture.length >= measureOf[shape].pictures && wanted.length >= measureOf[shape].fewest,
  )
  const shape = fits.find(each => each !== before) ?? fits[0] ?? 'headlines'
  const first = withPicture.slice(0, measureOf[shape].pictures)
  const rest = wanted.filter(story => !first.includes(story))
  return { shape, stories: [...first, ...rest].slice(0, mostIn(shape)) }
}

/** What leads a front: the shape that its seconds fill. */
export const fillLead = <Story extends Faces>(
  stories: readonly Story[],
  most: number | null,
): Filled<Story> | null => {
  const shape = stories.slice(1, 3).some(({ hasPicture }) => hasPicture) ? 'lead' : 'column'
  const shown = stories.slice(0, most ?? mostIn(shape))
  return shown.length === 0 ? null : { shape, stories: shown }
}

/** Among so many of the first a picture is looked for. */
const window = 5
