// A story that is kept back for warnings alone would be missing, and nothing would say so.

import { isError, type Problem } from '../domain/problem.ts'

export const withAnError = (file: string, problems: readonly Problem[]): readonly Problem[] => {
  if (!problems.some(isError)) throw new Error(`${file} is kept back, and no error says why`)
  return problems
}
