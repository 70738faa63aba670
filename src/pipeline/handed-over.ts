// An address that readers know, and that would be another story's: which story would stand there, or be led to.

import type { Content } from '../archive/content.ts'
import { isOut } from '../domain/lifecycle.ts'
import { errorAt, type Fault, type Location, locationOfFile, type Problem } from '../domain/problem.ts'
import type { Story } from '../domain/story.ts'
import { addressKey } from '../domain/web-address.ts'
import { locateField } from '../read/locate-field.ts'
import { readSource } from '../read/read-source.ts'
import type { Published } from './published.ts'
import { isSameStory } from './same-story.ts'

export const lostCode = 'address-lost'

/** `url`: one of those that led readers to `known`. */
export const handedOverProblem = (
  url: string,
  known: Story,
  content: Content,
  published: Published,
): Problem | null => {
  const { tables, viewpoint } = content
  const own = tables.get('stories', known.file)
  const isLeft = own !== undefined && isOut(own, viewpoint.now)
  const claims = tables.get('claims', addressKey(url)) ?? []
  if (isLeft && claims.includes(known.file)) return null
  // Where a story is gone, an alias of another one is a line that says where its address leads.
  const taker = claims
    .flatMap(file => tables.get('stories', file) ?? [])
    .find(other => isOut(other, viewpoint.now) && (isLeft || other.url === url))
  if (taker === undefined || isHeir(known, taker, published)) return null
  const stands = taker.url === url
  const fault = isLeft ? takenFrom(url, own, taker) : taken(url, known, taker)
  const location = locate(taker, stands ? ['slug', 'section', 'date'] : ['aliases'], content)
  return { ...errorAt(location, fault), keepsToo: [known.file] }
}

/** A story that readers had is another one, whatever it says now. */
const isHeir = (known: Story, taker: Story, { isKnown }: Published): boolean =>
  !isKnown(taker.file) && isSameStory(known, taker)

/** The first of these that its file has. */
export const locate = ({ file }: Story, fields: readonly string[], { root }: Content): Location => {
  const source = readSource(root, file)
  if (!source.ok) return locationOfFile(file)
  return (
    fields.map(name => locateField(source.value, name)).find(({ length }) => length > 0) ??
    locationOfFile(file)
  )
}

const taken = (url: string, { title, file }: Story, taker: Story): Fault => ({
  code: lostCode,
  message: `“${title}” was published at ${url}, where another story would stand: “${taker.title}”`,
  hint: `give the other one a slug of its own, and put the old story back, if only to withdraw it: npm run withdraw -- ${file} --reason="…"; or build with --allow-lost`,
})

const takenFrom = (url: string, { title, file }: Story, taker: Story): Fault => ({
  code: lostCode,
  message: `${url} leads readers to “${title}”, and would lead them to another story: “${taker.title}”`,
  hint: `${taker.url === url ? 'give the other one a slug of its own' : `take ${url} out of the other one's aliases`}, and keep it as an alias of ${file}; or build with --allow-lost`,
})
