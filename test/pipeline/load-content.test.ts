import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Content } from '../../src/archive/content.ts'
import type { Viewpoint } from '../../src/domain/viewpoint.ts'
import { loadContent } from '../../src/pipeline/load-content.ts'
import { forReaders } from '../../src/store/edition.ts'
import type { InputChange } from '../../src/store/input-changes.ts'
import { type EditedTables, editTables, noTables } from '../../src/store/tables.ts'
import { storyText } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'
import { at, newsroomOf, tablesOf } from '../rig/small-newsroom.ts'
import { rowsIn } from '../rig/table-rows.ts'

const folder = 'content/stories/2024/10/24'
const [storm, calm] = [`${folder}/storm.md`, `${folder}/calm.md`]
const bulletin = 'content/bulletins/2024-10-24.md'
const calmText = (fields = {}) =>
  storyText({ title: 'About calm', date: '2024-10-24T11:00:00+05:30', ...fields })
const stormText = (fields = {}) =>
  storyText({ title: 'About storm', image: '{ src: p.svg, alt: A ship, credit: Desk }', ...fields })
const drawing = (width: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="9"><path d="M0 0h9v9H0z"/></svg>\n`

let site: SiteFolder
/** All that was loaded, as a store would have it. */
let known: EditedTables
let before: Viewpoint | null

beforeEach(async () => {
  site = createSite({
    [storm]: stormText(),
    [calm]: calmText(),
    [bulletin]: '---\norder: [storm]\n---\n',
    [`${folder}/p.svg`]: drawing(16),
  })
  known = editTables(noTables)
  before = null
  await sound([storm, calm, bulletin, `${folder}/p.svg`])
})
afterEach(() => site.dispose())

const attempt = (
  files: readonly string[],
  now = at('2024-11-10T00:00:00Z'),
  removed: readonly string[] = [],
) => {
  const changes: readonly InputChange[] = [
    ...files.map(file => ({ file, kind: 'edited' }) as const),
    ...removed.map(file => ({ file, kind: 'removed' }) as const),
  ]
  const base = editTables(noTables, known.edits)
  return loadContent(
    { root: site.root, now, edition: forReaders, isAll: false },
    { tables: base, last: before && { viewpoint: before }, published: null },
    {
      found: { changes, links: [], specials: [], leftBehind: [], marks: new Map(), commit: null },
      fullBuildReason: before === null ? 'nothing was published yet' : null,
      modulesDigest: '',
    },
    null,
  )
}

/** What is loaded is what the next one goes by. */
const sound = async (...call: Parameters<typeof attempt>): Promise<Content> => {
  const content = await attempt(...call)
  if (!content.ok) throw new Error(content.fault.map(({ message }) => message).join('\n'))
  for (const [table, rows] of content.value.tables.edits)
    for (const [key, row] of rows) known.set(table, key, row as never)
  before = content.value.viewpoint
  return content.value
}

const problemsOf = async (...call: Parameters<typeof attempt>) => {
  const content = await attempt(...call)
  return (content.ok ? content.value.warnings : content.fault).map(
    ({ code, location }) => `${location.file} ${code}`,
  )
}

const changed = ({ stories }: Content) => stories.map(({ file }) => file)

describe('Only what changed is read', () => {
  test('a story: the other one may be anything meanwhile', async () => {
    site.write(storm, stormText({ title: 'About the storm' }))
    site.write(calm, 'no story at all')
    const content = await sound([storm])
    expect(changed(content)).toEqual([storm])
    expect(content.stories[0]).toMatchObject({
      before: { title: 'About storm' },
      after: { title: 'About the storm' },
    })
  })

  test('nothing: the newsroom is what it was', async () => {
    const content = await sound([])
    expect(content).toMatchObject({ stories: [], curations: [], warnings: [] })
    expect(content.newsroom.site.name).toBe('The Test Bulletin')
    expect(content.newsroom.people.get('asha-rao')?.name).toBe('Asha Rao')
  })

  test('a picture: and the stories that show it, as its size stands in them', async () => {
    site.write(`${folder}/p.svg`, drawing(32))
    const content = await sound([`${folder}/p.svg`])
    expect(changed(content)).toEqual([storm])
    expect(content.stories[0]?.after?.image?.width).toBe(32)
  })

  test('a bulletin', async () => {
    site.write(bulletin, '---\ntitle: Two stories\n---\n')
    expect(await sound([bulletin])).toMatchObject({
      stories: [],
      curations: [{ before: { title: null }, after: { title: 'Two stories' } }],
    })
  })

  test('what is no story, picture or bulletin changes nothing here', async () => {
    expect(await sound(['content/pages/about.md', 'content/static/favicon.svg'])).toMatchObject({
      stories: [],
      curations: [],
    })
  })
})

describe('What changed is held against what did not', () => {
  test('an address that another story has', async () => {
    site.write(calm, calmText({ slug: 'storm' }))
    expect(await problemsOf([calm])).toEqual([`${calm} url-taken`])
  })

  test('an address that the other one leaves at the same time is free', async () => {
    site.write(calm, calmText({ slug: 'storm' }))
    site.write(storm, stormText({ slug: 'gale' }))
    expect(await problemsOf([calm, storm])).toEqual([])
  })

  test('a bulletin that names a story which leaves its day, or goes', async () => {
    site.write(storm, stormText({ date: '2024-10-23T09:30:00+05:30' }))
    expect(await problemsOf([storm])).toContain(`${bulletin} bulletin-story-unknown`)
    expect(await problemsOf([], before?.now, [storm])).toEqual([`${bulletin} bulletin-story-unknown`])
  })

  test('a picture that goes while a story shows it', async () => {
    site.remove(`${folder}/p.svg`)
    expect(await problemsOf([], before?.now, [`${folder}/p.svg`])).toEqual([`${storm} picture-missing`])
  })

  test('a story of the same second is a warning', async () => {
    site.write(calm, calmText({ date: '2024-10-24T09:30:00+05:30' }))
    expect((await sound([calm])).warnings).toMatchObject([{ code: 'date-shared', location: { file: calm } }])
  })
})

describe('What feeds have of a story', () => {
  const keep = () => known.set('feedTexts', storm, { sourceDigest: '', html: '<p>It blew.</p>' })

  test('stays while it is live', async () => {
    keep()
    site.write(storm, stormText({ title: 'About the storm' }))
    await sound([storm])
    expect(known.get('feedTexts', storm)).toBeDefined()
  })

  test.each(['draft: "true"', 'withdrawn: "{ date: 2024-10-25T00:00:00Z, reason: It was not so. }"'])(
    'goes with it: %s',
    async field => {
      keep()
      const [name = '', text = ''] = field.split(/: "|"$/)
      site.write(storm, stormText({ [name]: text }))
      await sound([storm])
      expect(known.get('feedTexts', storm)).toBeUndefined()
    },
  )

  test('goes with its file', async () => {
    keep()
    site.remove(storm)
    site.write(bulletin, '---\norder: []\n---\n')
    await sound([bulletin], undefined, [storm])
    expect(known.get('feedTexts', storm)).toBeUndefined()
  })
})

describe('The clock', () => {
  const held = { embargo: '2025-01-01T00:00:00Z' }

  test('changes a story that falls due, without its file', async () => {
    site.write(calm, calmText(held))
    await sound([calm])
    const content = await sound([], at('2025-01-01T00:00:00Z'))
    expect(content.stories).toMatchObject([{ file: calm }])
    expect(content.stories[0]?.before).toBe(content.stories[0]?.after)
    expect((await sound([], at('2025-01-02T00:00:00Z'))).stories).toEqual([])
  })

  test('and an edit at the same time are one change', async () => {
    site.write(calm, calmText(held))
    await sound([calm])
    site.write(calm, calmText({ ...held, title: 'About the calm' }))
    expect(changed(await sound([calm], at('2025-01-01T00:00:00Z')))).toEqual([calm])
  })
})

test('A removed file that nobody knew changes nothing', async () => {
  const content = await sound([], before?.now, [`${folder}/nobody.md`, 'content/bulletins/2024-10-23.md'])
  expect(content).toMatchObject({ stories: [], curations: [] })
})

test('All at once and one after the other, the tables are the same', async () => {
  site.write(storm, stormText({ title: 'About the storm', tags: '[harbour]', aliases: '[/old/]' }))
  await sound([storm])
  site.remove(bulletin)
  await sound([], before?.now, [bulletin])
  site.remove(calm)
  await sound([], at('2024-11-11T00:00:00Z'), [calm])
  const fullBuildReason = tablesOf(newsroomOf({ [storm]: site.read(storm) }), at('2024-11-11T00:00:00Z'))
  // The picture is another one in memory, and texts are of a store alone.
  const rows = ({ edits }: EditedTables) =>
    Object.entries(rowsIn(edits)).filter(([key]) => !/^(?:facts|pictured|stories|texts) /.test(key))
  expect(rows(known)).toEqual(rows(fullBuildReason))
})
