// What the old site's configuration says of its times and addresses. It is read as data, never run.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CORE_SCHEMA, load } from 'js-yaml'
import { parse as parseToml } from 'smol-toml'
import { isZone } from '../../time/is-zone.ts'
import { asMap, asText, type Fields, readFields } from '../fields/read-fields.ts'
import type { ArchiveKind } from '../text/archive-markdown.ts'

export type OldSettings = {
  /** Relative to the archive; null when there was none that could be read. */
  readonly file: string | null
  /** IANA zone of times without an offset. */
  readonly zone: string | null
  /** Pattern of all addresses (Jekyll). */
  readonly pattern: string | null
  /** Patterns of the addresses in a section, by the section's key in lower case (Hugo). */
  readonly sectionPatterns: ReadonlyMap<string, string>
  /** What it says that cannot be used. */
  readonly faults: readonly string[]
}

const endings = ['toml', 'yaml', 'yml', 'json']

const places: Readonly<Record<ArchiveKind, readonly string[]>> = {
  jekyll: ['_config.yml', '_config.yaml'],
  hugo: ['hugo', 'config', 'config/_default/hugo', 'config/_default/config'].flatMap(name =>
    endings.map(ending => `${name}.${ending}`),
  ),
  eleventy: [],
}

export const readOldSettings = (root: string, kind: ArchiveKind): OldSettings => {
  for (const file of places[kind]) {
    const fields = readMap(join(root, file))
    if (fields !== null) return settingsOf(file, fields, kind)
  }
  return { file: null, zone: null, pattern: null, sectionPatterns: new Map(), faults: [] }
}

const readMap = (path: string): Fields | null => {
  if (!existsSync(path)) return null
  try {
    const text = readFileSync(path, 'utf8')
    const yaml = { schema: CORE_SCHEMA, json: true, maxAliases: 100 }
    return asMap(path.endsWith('.toml') ? parseToml(text) : load(text, yaml))
  } catch {
    return null
  }
}

// Other words, such as :monthname, would make addresses that never were.
const knownForm =
  /^(?:[^:[\]]|:(?:year|month|day|slug|title|sections?|filename|contentbasename|slugorfilename|slugorcontentbasename)(?![a-z[]))+$/

const settingsOf = (file: string, fields: Fields, kind: ArchiveKind): OldSettings => {
  const reader = readFields(fields)
  const zone = reader.takeText('timezone')
  const isKnown = zone !== null && isZone(zone)
  const forms = kind === 'hugo' ? sectionForms(asMap(reader.take('permalinks'))) : []
  const unknown = forms.filter(([, form]) => !knownForm.test(form))
  return {
    file,
    zone: isKnown ? zone : null,
    pattern: kind === 'jekyll' ? reader.takeText('permalink') : null,
    sectionPatterns: new Map(forms.filter(([, form]) => knownForm.test(form))),
    faults: [
      ...(zone === null || isKnown ? [] : [`its time zone ${zone} does not exist and was not used`]),
      ...unknown.map(
        ([section, form]) => `the form ${form} of the addresses in ${section} was not understood`,
      ),
    ],
  }
}

/** `[permalinks]` or, since Hugo 0.115, `[permalinks.page]`. */
const sectionForms = (permalinks: Fields | null): readonly (readonly [string, string])[] =>
  [...(permalinks ?? []), ...(asMap(permalinks?.get('page')) ?? [])].flatMap(([section, value]) => {
    const form = asText(value)
    return form === null ? [] : [[section.toLowerCase(), form] as const]
  })

/** For the report: what was taken from the configuration, unless the command stated something else. */
export const remarkOnSettings = (
  { file, zone, pattern, sectionPatterns, faults }: OldSettings,
  stated: { readonly isZoneStated: boolean; readonly pattern: string | null },
): readonly string[] => {
  if (file === null) return []
  const addresses =
    stated.pattern === null
      ? [
          ...(pattern === null ? [] : [`old addresses are kept as ${pattern}`]),
          ...[...sectionPatterns].map(([section, form]) => `old addresses in ${section} are kept as ${form}`),
        ]
      : []
  const times =
    zone === null || stated.isZoneStated
      ? []
      : [`times without an offset are in ${zone} (state another with --zone)`]
  return [`${file} was read: ${[...times, ...addresses, ...faults].join('; ') || 'nothing in it was needed'}`]
}
