// A plan in words: what a build would do, and why.

import { unreachable } from '../domain/unreachable.ts'
import type { Reason } from '../pages/planned-page.ts'
import type { Plan } from '../plan/plan.ts'

export const describePlan = ({ pages, copies, removals, templates }: Plan): string => {
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

const line = (what: string, where: string, reasons: readonly Reason[]): string =>
  `${what.padEnd(7)} ${where}  (${[...new Set(reasons.map(describeReason))].join('; ')})`

const describeReason = (reason: Reason): string => {
  switch (reason.because) {
    case 'story':
      return reason.what === 'due' ? `${reason.file} falls due` : `${reason.file} was ${reason.what}`
    case 'curation':
      return `${reason.file} changed`
    case 'clock':
      return 'time passed'
    case 'moved':
      return 'stories moved on from the feed'
    case 'link':
      return `${reason.file} links to a page that changes or goes`
    case 'layout':
      return 'its layout, the facts about the site or the engine changed'
    case 'full-build':
      return 'everything was taken in'
    case 'first':
      return 'it was never published'
    case 'missing':
      return 'what was published is gone'
    case 'returned':
      return 'it was taken away, and is back'
    case 'file':
      return `${reason.file} changed`
    case 'withheld':
      return `${reason.file} may not be seen`
    default:
      return unreachable(reason)
  }
}
