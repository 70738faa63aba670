// What a new story says before anybody has written it. It must never be published.

// No colon: the line would need quotes, and quotes trip up whoever fills it in.
export const placeholderSummary =
  'Replace this summary. Say in one or two sentences what happened, in 40 to 300 characters.'

export const placeholderBody = 'Replace this line. The first sentence says what happened, where and when.'
