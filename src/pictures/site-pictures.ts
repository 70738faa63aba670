// The pictures that belong to the site and to no story: the one that stands for pages which are shared, and those of people.

import type { SiteData } from '../domain/newsroom.ts'
import { type PictureOutput, pathOfVariant, pictureOutputs } from './picture-outputs.ts'
import { jobOfSharePicture } from './share-picture.ts'

/** What is published of them, besides their files. */
export const outputsOfSite = ({
  site,
  people,
}: Pick<SiteData, 'site' | 'people'>): readonly PictureOutput[] => {
  const faces = [...people.values()].flatMap(({ picture }) => picture ?? [])
  const outputs = faces.flatMap(picture => pictureOutputs(picture, 'face'))
  if (site.sharePicture === null) return outputs
  const { picture, variant } = jobOfSharePicture(site.sharePicture)
  return [{ picture, to: pathOfVariant(picture, variant), variant }, ...outputs]
}
