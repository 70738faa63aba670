import { afterEach, expect, test } from 'vitest'
import { mentionOfPicture } from '../../src/archive/index-claims.ts'
import { pictureProblems } from '../../src/pipeline/picture-problems.ts'
import { editTables, noTables } from '../../src/store/tables.ts'
import { pictureOf } from '../rig/photos.ts'
import { storyText } from '../rig/site-data.ts'
import { createSite, type SiteFolder } from '../rig/site-folder.ts'

const folder = 'content/stories/2024/10/24'
const file = `${folder}/the quay.jpg`
const fault = { code: 'picture-unencodable', message: 'it cannot be published', hint: 'export it again' }

const sites: SiteFolder[] = []
afterEach(() => {
  for (const site of sites.splice(0)) site.dispose()
})
const problemsOf = (stories: Readonly<Record<string, string>>) => {
  const site = createSite(stories)
  sites.push(site)
  const tables = editTables(noTables)
  tables.set('mentions', mentionOfPicture(file), Object.keys(stories))
  const picture = pictureOf(file, Buffer.from('bytes'), 640, 16_400)
  return pictureProblems([{ picture, fault }], site.root, tables).map(
    ({ code, severity, location: { file: where, line, column } }) =>
      `${where}:${line}:${column} ${severity} ${code}`,
  )
}

test('a picture that no encoder can make is a problem of each story that shows it, at its line', () => {
  const image = '{ src: the quay.jpg, alt: The quay, credit: Desk }'
  expect(
    problemsOf({
      [`${folder}/lead.md`]: storyText({ image }),
      [`${folder}/text.md`]: storyText({}, 'One.\n\n![The quay](the%20quay.jpg)\n'),
      [`${folder}/gone.md`]: storyText(),
    }),
  ).toEqual([
    `${folder}/lead.md:6:15 error picture-unencodable`,
    `${folder}/text.md:9:13 error picture-unencodable`,
    `${folder}/gone.md:1:1 error picture-unencodable`,
  ])
})

test('where no story shows it, as with a logo, it is a problem of the picture itself', () => {
  expect(problemsOf({})).toEqual([`${file}:1:1 error picture-unencodable`])
})
