// What a newsroom allows machines that learn from texts or answer with them.

/** `deny-training`: they may read to answer and to link, not to learn. `deny`: neither. */
export const aiUses = ['allow', 'deny-training', 'deny'] as const

export type AiUse = (typeof aiUses)[number]

/** The names by which crawlers look themselves up in robots.txt. */
const learning = [
  'Applebot-Extended',
  'Bytespider',
  'CCBot',
  'ClaudeBot',
  'Google-Extended',
  'GPTBot',
  'Meta-ExternalAgent',
]
const answering = [
  'ChatGPT-User',
  'Claude-SearchBot',
  'Claude-User',
  'OAI-SearchBot',
  'PerplexityBot',
  'Perplexity-User',
]

/**
 * What robots.txt and the Content-Usage header say (draft-ietf-aipref-vocab): none, or one. It has a word for learning, and
 * none yet for answering.
 */
export const contentUsage = (use: AiUse): readonly string[] => (use === 'allow' ? [] : ['train-ai=n'])

export const deniedCrawlers = (use: AiUse): readonly string[] =>
  ({ allow: [], 'deny-training': learning, deny: [...learning, ...answering].sort() })[use]
