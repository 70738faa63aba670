// What people say in invented news, and what its subheads are.

export const remarks = [
  'We knew that it would take longer than a season',
  'Nobody was told, and nobody asked',
  'The figures speak for themselves',
  'There is no second team waiting in the yard',
  'We have seen three such plans, and none of them had a date',
  'People here want to know who pays',
  'It is a small step, but it is one that can be measured',
  'We will read it again before we sign anything',
  'The water comes up the lanes before it comes over the wall',
  'If it fails, we shall say so',
] as const

export const subheads = [
  'What was decided',
  'Who pays',
  'The view from the harbour',
  'What comes next',
  'A question of figures',
  'The other side',
  'How it began',
  'What the law says',
  'Voices from the lower town',
  'Numbers that do not agree',
  'A longer history',
  'The next date to watch',
  'What has changed since',
  'What remains open',
] as const
