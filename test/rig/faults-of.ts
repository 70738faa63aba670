// What is wrong with a story's text: the code of each problem, its place in the file, and the words under its mark.

import { storyFile, storyText } from './site-data.ts'
import type { Files } from './site-folder.ts'
import { problemsOf } from './small-newsroom.ts'

export type Fault = { readonly code: string; readonly at: string; readonly words: string }

/** The text begins on line 7. `files`: what stands beside the story. */
export const faultsOf = (body: string, files: Files = {}, fields: Files = {}): readonly Fault[] =>
  problemsOf({ ...files, [storyFile]: storyText(fields, body) }).map(({ code, location }) => ({
    code,
    at: `${location.line}:${location.column}`,
    words: location.text.slice(location.column - 1, location.column - 1 + location.length),
  }))

/** In short: "7:1 container-unknown". */
export const faultLines = (...story: Parameters<typeof faultsOf>): readonly string[] =>
  faultsOf(...story).map(({ code, at }) => `${at} ${code}`)
