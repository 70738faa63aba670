// Publishes for a machine that keeps the records of the last publish, but not its pages: the changes go into a folder.

import { fillChangesFolder } from './changes-folder.ts'
import { commitRows, instantOf, lastPublishOf, type Publishing, workAfter } from './commit-rows.ts'

/** `folder` is absolute. Throws a plain line when it is no folder for changes, or the disk refuses. */
export const publishToFolder = async (publishing: Publishing, folder: string): Promise<void> => {
  const { staging } = publishing.folders
  fillChangesFolder({ staging, folder }, publishing.reported, instantOf(publishing))
  await commitRows(publishing, lastPublishOf(publishing, workAfter(publishing)))
}
