// A page of one story: which file it is made from, and where it stands.

import type { Story } from '../domain/story.ts'

export type StoryAt = { readonly file: string; readonly url: string }

export const storyAt = ({ file, url }: Story): StoryAt => ({ file, url })
