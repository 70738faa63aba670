// The report of a plan: what a build would do, and why.

import { unreachable } from '../domain/unreachable.ts'
import { visibleLine } from '../domain/visible-text.ts'
import type { Reason } from '../pages/planned-page.ts'
import type { Plan } from '../plan/plan.ts'

type Step = {
  readonly action: 'render' | 'copy' | 'remove'
  readonly target: string
  readonly reasons: readonly string[]
}

const stepsOf = ({ pages, copies, removals, templates }: Plan, into: string | null): readonly Step[] => {
  const step = (action: Step['action'], target: string, reasons: readonly Reason[]): Step => ({
    action,
    target,
    reasons: [...new Set(reasons.map(reason => describeReason(reason, into)))],
  })
  return [
    ...pages.map(({ url, reasons }) => step('render', url, reasons)),
    ...copies.map(({ to, reasons }) => step('copy', `/${to}`, reasons)),
    ...(templates.length === 0 ? [] : [step('render', 'the pages of content/pages/', templates)]),
    ...removals.map(({ output, reasons }) => step('remove', `/${output}`, reasons)),
  ]
}

/** One array of what would be done, for machines. `into`: as in `planReport`. */
export const planAsJson = (plan: Plan, into: string | null = null): string =>
  JSON.stringify(stepsOf(plan, into), null, 2)

/** `into`: the folder that would get the changes, if it is not the published one. */
export const planReport = (plan: Plan, into: string | null = null): string => {
  const { pages, copies, removals } = plan
  const lines = stepsOf(plan, into).map(
    ({ action, target, reasons }) =>
      `${action.padEnd(7)} ${visibleLine(target)}  (${visibleLine(reasons.join('; '))})`,
  )
  const sum = `${count(pages.length, 'page')} to render, ${count(copies.length, 'file')} to copy, ${removals.length} to remove`
  return [...lines, lines.length === 0 ? 'nothing to do' : sum].join('\n')
}

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`

const describeReason = (reason: Reason, into: string | null): string => {
  switch (reason.because) {
    case 'story':
      return reason.change === 'due' ? `${reason.file} is due` : `${reason.file} was ${reason.change}`
    case 'curation':
      return `${reason.file} changed`
    case 'clock':
      return 'time passed'
    case 'moved':
      return 'other stories came, went or moved'
    case 'link':
      return `${reason.file} links to a page that changes or is removed`
    case 'layout':
      return 'its layout, the site data or the engine changed'
    case 'full-build':
      return 'full build'
    case 'first':
      return 'not published before'
    case 'missing':
      // New there, gone or altered.
      return into === null ? '_site/ does not have it as it was published' : 'not delivered yet'
    case 'returned':
      return 'the removed file is back'
    case 'file':
      return `${reason.file} changed`
    case 'withheld':
      return `readers may not see ${reason.file}`
    default:
      return unreachable(reason)
  }
}
