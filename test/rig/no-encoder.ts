// An environment in which a command that loads an encoder of pictures fails.

const hooks = `export const resolve = (name, context, next) => {
  if (name === 'sharp' || name === '@11ty/eleventy-img') throw new Error(name + ' was loaded')
  return next(name, context)
}`

const moduleOf = (code: string): string => `data:text/javascript,${encodeURIComponent(code)}`

export const noEncoder = {
  NODE_OPTIONS: `--import=${moduleOf(`import { register } from 'node:module'; register(${JSON.stringify(moduleOf(hooks))})`)}`,
}
