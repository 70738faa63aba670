// The configuration of an old site, as far as it is about times and addresses.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isZone } from '../../time/is-zone.ts'
import { readDataFile } from '../fields/read-data-file.ts'
import { asMap, type Fields, readFields } from '../fields/read-fields.ts'
import type { AddressParts } from '../links/url-pattern.ts'
import type { Archive } from './archive.ts'

export type OldSettings = {
  /** Relative to the archive; null when there was none that could be read. */
  readonly file: string | null
  /** IANA zone of times without an offset. */
  readonly zone: string | null
  /** The old site's origin, "https://old.example". */
  readonly origin: string | null
  /** Pattern of all addresses. */
  readonly pattern: string | null
  /** The address of a story whose part of the site has a pattern of its own; null for others. */
  readonly ownAddress: (story: AddressParts) => string | null
  /** Names of fields that say something else here: "topics" → "tags". */
  readonly fieldNames: ReadonlyMap<string, string>
  /** For the report: the addresses that are kept, and all that could not be used. */
  readonly addresses: readonly string[]
  readonly faults: readonly string[]
}

export const noSettings: OldSettings = {
  file: null,
  zone: null,
  origin: null,
  pattern: null,
  ownAddress: () => null,
  fieldNames: new Map(),
  addresses: [],
  faults: [],
}

/** The first of these files that can be read. `more` reads what only this kind of site has in it. */
export const readSettingsFile = (
  archive: Archive,
  files: readonly string[],
  more: (fields: Fields) => Partial<OldSettings>,
): OldSettings => {
  for (const file of files) {
    const fields = asMap(readDataFile(join(archive.root, file)))
    if (fields === null) continue
    const zone = readFields(fields).takeText('timezone')
    const isKnown = zone !== null && isZone(zone)
    const own = more(fields)
    const zoneFaults =
      zone === null || isKnown ? [] : [`its time zone ${zone} does not exist and is not used`]
    return {
      ...noSettings,
      ...own,
      file,
      zone: isKnown ? zone : null,
      faults: [...zoneFaults, ...(own.faults ?? [])],
    }
  }
  return { ...noSettings, faults: unfound(archive, files) }
}

/** What is there instead: a file that cannot be read, or one in a folder below. */
const unfound = ({ root, files }: Archive, names: readonly string[]): readonly string[] => {
  const unread = names.find(name => existsSync(join(root, name)))
  if (unread !== undefined) return [`${unread} cannot be read; mend it and import again`]
  const [below] = files
    .map(({ file }) => file)
    .filter(file => names.includes(file.split('/').at(-1) ?? ''))
    .toSorted((one, other) => one.split('/').length - other.split('/').length)
  return below === undefined
    ? []
    : [
        `There is no ${below.split('/').at(-1)} in this folder, but ${below}: if that is the old site, name its folder with --from`,
      ]
}

/** For the report: all that the import uses of the configuration, unless the command stated something else. */
export const remarkOnSettings = (
  { file, zone, addresses, faults }: OldSettings,
  stated: { readonly isZoneStated: boolean; readonly pattern: string | null },
): readonly string[] => {
  if (file === null) return faults
  const times =
    zone === null || stated.isZoneStated
      ? []
      : [`times that name no zone are in ${zone} (to use another zone, add --zone)`]
  const used = [...times, ...(stated.pattern === null ? addresses : []), ...faults]
  return [`Read ${file}: ${used.join('; ') || 'nothing in it is needed'}`]
}
