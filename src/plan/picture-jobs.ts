// The pictures of a plan: what is to be encoded, or to be there from earlier builds.

import type { PictureJob } from '../pictures/encode-pictures.ts'
import type { Plan } from './plan.ts'

export const pictureJobsOf = ({ copies, ahead }: Plan): readonly PictureJob[] => [
  ...copies.map(({ pictureJob }) => pictureJob).filter(pictureJob => pictureJob !== null),
  ...ahead,
]
