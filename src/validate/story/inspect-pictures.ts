// Has the pictures inspected that stories wait for, and checks these stories again.

import { isUninspected, type PictureLookup } from '../../pictures/look-up-picture.ts'
import type { ValidatedStory, ValidateStory } from './validate-stories.ts'

/** `check`: each of `files` as it was checked. `here`: checks one now, by way of `pictures`. */
export const inspectPictures = async (
  files: readonly string[],
  check: ValidateStory,
  here: ValidateStory,
  { inspectPending }: PictureLookup,
): Promise<ValidateStory> => {
  const checked = new Map(files.map(file => [file, check(file)]))
  const waiting = files.filter(file => isWaiting(checked.get(file)))
  if (waiting.length > 0) {
    // A thread may have checked it, and kept to itself which pictures it met.
    for (const file of waiting) here(file)
    await inspectPending()
    for (const file of waiting) checked.set(file, here(file))
  }
  return file => checked.get(file) ?? here(file)
}

/** Whether only pictures stand between it and being checked. */
export const isWaiting = (checked: ValidatedStory | undefined): boolean =>
  checked?.ok === false && checked.fault.some(isUninspected)
