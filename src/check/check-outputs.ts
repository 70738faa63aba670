// No two outputs are the same file, also not on disks that ignore letter case, and none is outside the published folder.

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
      report(
        'output-outside',
        `${owner} would be written outside the published folder`,
        'correct its permalink',
      )
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
