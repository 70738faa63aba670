// How Cloudflare Pages and Netlify read _headers and _redirects, as they document it.

export type Network = 'cloudflare' | 'netlify'

type Rule = {
  readonly path: string
  readonly set: readonly [string, string][]
  readonly unset: readonly string[]
}

const rulesOf = (text: string): readonly Rule[] => {
  const rules: { path: string; set: [string, string][]; unset: string[] }[] = []
  for (const line of text.split('\n').filter(each => each.trim() !== '')) {
    if (line.startsWith('/')) rules.push({ path: line.trim(), set: [], unset: [] })
    else if (line.trim().startsWith('! ')) rules.at(-1)?.unset.push(line.trim().slice(2).toLowerCase())
    else {
      const [, name = '', value = ''] = /^\s+([\w-]+): (.+)$/.exec(line) ?? []
      if (name === '') throw new Error(`“${line}” is no header`)
      rules.at(-1)?.set.push([name.toLowerCase(), value])
    }
  }
  return rules
}

const literally = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&')

/** A * stands for anything. Netlify takes a path with and without its last slash, and a last * for nothing as well. */
const fits = (network: Network, rule: string, path: string): boolean => {
  if (network === 'cloudflare') return new RegExp(`^${rule.split('*').map(literally).join('.*')}$`).test(path)
  const parts = rule.split('/').filter(part => part !== '')
  const patterns = parts.map(part => (part === '*' ? '?(.*)' : part.split('*').map(literally).join('(.*)')))
  return new RegExp(`^/${patterns.join('/')}/?$`).test(path)
}

/** Cloudflare joins what several rules say, unless one takes it back first; with Netlify the last one counts. */
export const headersFor = (
  network: Network,
  text: string,
  path: string,
): Readonly<Record<string, string>> => {
  const headers: Record<string, string> = {}
  for (const { path: rule, set, unset } of rulesOf(text)) {
    if (!fits(network, rule, path)) continue
    if (network === 'cloudflare') for (const name of unset) delete headers[name]
    for (const [name, value] of set)
      headers[name] = network === 'cloudflare' && name in headers ? `${headers[name]}, ${value}` : value
  }
  return headers
}

/** What a browser that asks for a path is answered; undefined where no rule fits. Throws where a line is not understood. */
export const redirectOf = (network: Network, text: string, path: string): string | undefined => {
  for (const line of text.split('\n').filter(each => each !== '')) {
    const [from = '', to = '', status = '', ...more] = line.split(/\s+/)
    const known = network === 'netlify' ? ['301', '301!'] : ['301']
    if (more.length > 0 || !known.includes(status) || !/^\/\S/.test(from))
      throw new Error(`“${line}” is no redirect`)
    if (/\*|:[a-z]/i.test(from)) throw new Error(`“${line}” is a pattern`)
    if (new URL(from, 'https://any.example').pathname === new URL(path, 'https://any.example').pathname)
      return to
  }
  return undefined
}
