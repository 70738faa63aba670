// How deep HTML is nested: trees of it are walked by functions that call themselves.

const deepest = 400

/** Those that end by themselves where the next one begins do not nest. */
const flat =
  /^(?:p|li|d[dt]|t[dhr]|option|br|hr|img|input|source|track|wbr|area|col|embed|link|meta|param|base)$/i

/** Whether no tree can be made of it. */
export const isTooDeep = (html: string): boolean => {
  let depth = 0
  for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z][\w-]*)/gi)) {
    if (flat.test(name)) continue
    depth = Math.max(0, depth + (end === '/' ? -1 : 1))
    if (depth > deepest) return true
  }
  return false
}

export const depthNote = 'Left links and pictures as they are: its HTML is nested too deeply'
