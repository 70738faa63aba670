// A page of one story: which file it is made from, and where it stands.

export type StoryAt = { readonly file: string; readonly url: string }

export const storyAt = ({ file, url }: StoryAt): StoryAt => ({ file, url })
