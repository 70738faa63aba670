// A published folder but for what only publishes one after the other know: which stories left their addresses, and when.

import type { Files } from './site-folder.ts'

export const withoutDepartures = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).filter(([file]) => !file.startsWith('changes/departures.json')))
