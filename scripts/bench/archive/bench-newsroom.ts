// The invented newsroom: 8 sections, 200 topics, 50 people, always the same ones.

export type Section = { readonly key: string; readonly name: string; readonly description: string }
type Topic = Section
export type Person = {
  readonly key: string
  readonly name: string
  readonly role: string
  readonly bio: string
}

const titleCase = (words: string): string => words.replaceAll(/(^| )[a-z]/g, start => start.toUpperCase())

const keyOf = (name: string): string => name.toLowerCase().replaceAll(' ', '-')

/** Each section with the first words of its topics; the second words are the same for all. */
const subjects = {
  world: ['border', 'embassy', 'summit', 'refugee', 'treaty'],
  nation: ['railway', 'monsoon', 'court', 'police', 'highway'],
  politics: ['election', 'council', 'cabinet', 'assembly', 'party'],
  business: ['harbour', 'bank', 'market', 'wage', 'export'],
  technology: ['software', 'satellite', 'network', 'battery', 'chip'],
  science: ['ocean', 'climate', 'genome', 'telescope', 'fossil'],
  health: ['hospital', 'vaccine', 'nursing', 'clinic', 'nutrition'],
  sport: ['football', 'cricket', 'rowing', 'athletics', 'hockey'],
} as const

const aspects = ['reform', 'funding', 'inquiry', 'strike', 'records'] as const

export const sections: readonly Section[] = Object.keys(subjects).map(key => ({
  key,
  name: titleCase(key),
  description: `What happens in ${key}, who decides it and what it means for readers.`,
}))

/** The 25 topics of each section. */
export const topicsOf: ReadonlyMap<string, readonly Topic[]> = new Map(
  Object.entries(subjects).map(([section, first]) => [
    section,
    first.flatMap(subject =>
      aspects.map(aspect => ({
        key: `${subject}-${aspect}`,
        name: titleCase(`${subject} ${aspect}`),
        description: `Reports on ${subject} ${aspect}, the newest first.`,
      })),
    ),
  ]),
)

export const topics: readonly Topic[] = [...topicsOf.values()].flat()

const firstNames = ['Asha', 'Tomas', 'Ines', 'Kabir', 'Leela', 'Owen', 'Mirela', 'Farhan', 'Grace', 'Yuna']
const lastNames = ['Rao', 'Lindqvist', 'Okafor', 'Marak', 'Ferrante']

/** In the order of their first names, so that neighbours share a section by chance only. */
export const people: readonly Person[] = firstNames.flatMap((first, row) =>
  lastNames.map((last, column) => {
    const section = sections[(row * lastNames.length + column) % sections.length]?.name ?? 'News'
    return {
      key: keyOf(`${first} ${last}`),
      name: `${first} ${last}`,
      role: `${section} correspondent`,
      bio: `${first} has reported on ${section.toLowerCase()} for this newsroom since it began.`,
    }
  }),
)
