// The pictures of a plan: what is to be encoded, or to be there from earlier builds.

import type { PictureOrder } from '../pictures/encode-pictures.ts'
import type { Plan } from './plan.ts'

export const ordersOf = ({ copies, ahead }: Plan): readonly PictureOrder[] => [
  ...copies.map(({ order }) => order).filter(order => order !== null),
  ...ahead,
]
