// What a new story says before anybody has written it. It must never be published.

import type { Fault } from './problem.ts'

// No colon: the line would need quotes, and quotes trip up whoever fills it in.
export const placeholderSummary =
  'Replace this summary. Say in one or two sentences what happened, in 40 to 300 characters.'

export const placeholderBody = 'Replace this line. The first sentence says what happened, where and when.'

export const placeholderLeft = (part: 'summary' | 'text'): Fault => ({
  code: 'placeholder-left',
  message: `the ${part} is still the placeholder of a new story`,
  hint: 'write what happened, or set draft: true',
})
