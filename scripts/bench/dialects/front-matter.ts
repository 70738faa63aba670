// Front matter, in the YAML that all of the generators read alike: quoted text, lists, maps, bare times and numbers.

type Value = string | number | readonly string[] | Time | Readonly<Record<string, string>> | null

/** A time stands without quotes, so that each generator reads it as a time if it wants to. */
type Time = { readonly time: string }

/** Fields that are null are left out. */
export const frontMatter = (fields: Readonly<Record<string, Value>>, body: string): string => {
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${write(value)}`],
  )
  return `---\n${lines.join('\n')}\n---\n${body}`
}

const write = (value: Exclude<Value, null>): string =>
  typeof value === 'object' && 'time' in value ? value.time : JSON.stringify(value)
