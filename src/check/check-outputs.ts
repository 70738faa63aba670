// No two outputs are the same file, also not on disks that ignore letter case; none is outside the published folder, nor
// where browsers would keep it for good.

import { areaElsewhere, takesArea } from '../domain/elsewhere.ts'
import { isKeptForGood } from '../domain/file-kinds.ts'
import { locationOfFile, type Problem } from '../domain/problem.ts'

type Outputs = {
  readonly folder: string
  readonly pages: readonly { readonly url: string; readonly output: string }[]
  readonly files: readonly string[]
  /** What else lives at the site's host. */
  readonly elsewhere: readonly string[]
}

export const checkOutputs = ({ folder, pages, files, elsewhere }: Outputs): readonly Problem[] => {
  const owners = new Map<string, string>()
  const problems: Problem[] = []
  const outputs = [
    ...pages.map(({ output, url }) => ({ output, owner: url, isOwn: true })),
    ...files.map(output => ({ output, owner: output, isOwn: false })),
  ]
  for (const { output, owner, isOwn } of outputs) {
    const report = (code: string, message: string, hint: string) =>
      problems.push({
        code,
        severity: 'error',
        message,
        hint,
        location: locationOfFile(`${folder}/${output}`),
      })
    const segments = output.split('/')
    if (output.startsWith('/') || segments.includes('..') || segments.includes('') || output.includes('\\')) {
      report(
        'output-outside',
        `${owner} would be written outside the published folder`,
        'write another permalink, such as /about/, without .. and \\',
      )
    }
    if (isOwn && isKeptForGood(output))
      report(
        'output-taken',
        `${owner} would be kept by browsers for a year, whatever becomes of it: they never ask again for what stands there`,
        'give it another address: the site itself fills that folder, with names that change with the content',
      )
    const area = isOwn ? areaElsewhere(output, elsewhere) : null
    if (area !== null) {
      const { code, message, hint } = takesArea(owner, area)
      report(code, message, hint)
    }
    const key = output.normalize('NFC').toLowerCase()
    const other = owners.get(key)
    if (other === undefined) owners.set(key, owner)
    else
      report(
        'output-taken',
        `${owner} and ${other} would be written to the same file`,
        'give one of them another address',
      )
  }
  return problems
}
