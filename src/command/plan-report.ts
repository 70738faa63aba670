// The report of a plan: what a build would do, and why.

import { unreachable } from '../domain/unreachable.ts'
import type { Reason } from '../pages/planned-page.ts'
import type { Plan } from '../plan/plan.ts'

export const planReport = ({ pages, copies, removals, templates }: Plan): string => {
  const lines = [
    ...pages.map(({ url, reasons }) => line('render', url, reasons)),
    ...copies.map(({ to, reasons }) => line('copy', `/${to}`, reasons)),
    ...(templates.length === 0 ? [] : [line('render', 'the pages of content/pages/', templates)]),
    ...removals.map(({ output, reasons }) => line('remove', `/${output}`, reasons)),
  ]
  const sum = `${count(pages.length, 'page')} to render, ${count(copies.length, 'file')} to copy, ${removals.length} to remove`
  return [...lines, lines.length === 0 ? 'nothing to do' : sum].join('\n')
}

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`

const line = (action: string, target: string, reasons: readonly Reason[]): string =>
  `${action.padEnd(7)} ${target}  (${[...new Set(reasons.map(describeReason))].join('; ')})`

const describeReason = (reason: Reason): string => {
  switch (reason.because) {
    case 'story':
      return reason.change === 'due' ? `${reason.file} is due` : `${reason.file} was ${reason.change}`
    case 'curation':
      return `${reason.file} changed`
    case 'clock':
      return 'time passed'
    case 'moved':
      return 'stories moved from the feed to its archives'
    case 'link':
      return `${reason.file} links to a page that changes or is removed`
    case 'layout':
      return 'its layout, the site data or the engine changed'
    case 'full-build':
      return 'full build'
    case 'first':
      return 'not published before'
    case 'missing':
      return 'the published file is missing'
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
