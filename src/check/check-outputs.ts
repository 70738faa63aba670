// No two pages at one place, also not on disks that ignore letter case, and none outside the published folder.

import { locationOfFile, type Problem } from '../domain/problem.ts'

type Outputs = {
  readonly folder: string
  readonly pages: readonly { readonly url: string; readonly output: string }[]
  readonly files: readonly string[]
}

export const checkOutputs = ({ folder, pages, files }: Outputs): readonly Problem[] => {
  const owners = new Map<string, string>()
  const problems: Problem[] = []
  const outputs = [
    ...pages.map(({ output, url }) => ({ output, owner: url })),
    ...files.map(output => ({ output, owner: output })),
  ]
  for (const { output, owner } of outputs) {
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
      report('output-outside', `${owner} would be written outside the published folder`, 'mend its permalink')
    }
    const key = output.normalize('NFC').toLowerCase()
    const other = owners.get(key)
    if (other === undefined) owners.set(key, owner)
    else
      report(
        'output-taken',
        `${owner} and ${other} would be the same file`,
        'give one of the two another address',
      )
  }
  return problems
}
