// Pictures that could not be encoded, as problems of the stories that show them.

import { mentionOfPicture } from '../archive/index-claims.ts'
import { errorAt, type Location, locationInText, locationOfFile, type Problem } from '../domain/problem.ts'
import { nameOf } from '../domain/site-paths.ts'
import type { PictureFault } from '../pictures/encode-pictures.ts'
import { readSource } from '../read/read-source.ts'
import type { Tables } from '../store/tables.ts'

/** One for each story that shows it, where it does; of a picture that no story shows, at the picture itself. */
export const pictureProblems = (
  faults: readonly PictureFault[],
  root: string,
  tables: Tables,
): readonly Problem[] =>
  faults.flatMap(({ picture, fault }) => {
    const stories = tables.get('mentions', mentionOfPicture(picture.file)) ?? []
    const locations = stories.map(story => locationIn(root, story, picture.file))
    return (locations.length > 0 ? locations : [locationOfFile(picture.file)]).map(location =>
      errorAt(location, fault),
    )
  })

const locationIn = (root: string, story: string, picture: string): Location => {
  const source = readSource(root, story)
  if (!source.ok) return locationOfFile(story)
  const { file, text } = source.value
  const written = [nameOf(picture), encodeURI(nameOf(picture))].find(name => text.includes(name))
  return written === undefined
    ? locationOfFile(file)
    : locationInText(file, text, text.indexOf(written), written.length)
}
