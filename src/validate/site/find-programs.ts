// Finds programs where nobody would look for one: below content/ only the templates of content/pages/ may run at a build.

import { errorAt, type Fault, locationInText, locationOfFile, type Problem } from '../../domain/problem.ts'
import {
  isAmongBulletins,
  isAmongStories,
  isDataForPages,
  isOfEngine,
  isPlainPage,
} from '../../domain/site-paths.ts'
import type { NewsroomFiles } from '../../read/read-newsroom-files.ts'
import { faultOfOpening } from '../../read/split-front-matter.ts'

export const findPrograms = ({ content, otherMarkdown, templates }: NewsroomFiles): readonly Problem[] => [
  ...content.flatMap(file => {
    const fault = faultOfFile(file)
    return fault === null ? [] : [errorAt(locationOfFile(file), fault)]
  }),
  ...[...otherMarkdown, ...templates].flatMap(({ file, text }) => {
    const fault = faultOfOpening(text)
    return fault === null ? [] : [errorAt(locationInText(file, text, 0, text.indexOf('\n')), fault)]
  }),
]

/** Of Eleventy: programs, and data that it would merge into pages, in which a text can be a program as well. */
const ofEleventy = /\.11ty(?:data)?\.[^/]+$/i

/** Languages of templates, whether .eleventy.js knows them yet or not. */
const ofTemplates =
  /\.(?:njk|nunjucks|liquid|html?|ejs|hbs|handlebars|mustache|haml|pug|jade|webc|vue|svelte|astro|[jt]sx|mdx|php)$/i

/** Whether its name alone says that it may not stand where it does. */
export const isMisplacedProgram = (file: string): boolean => faultOfFile(file) !== null

const faultOfFile = (file: string): Fault | null => {
  if (isPlainPage(file)) return null
  if (isDataForPages(file)) return dataForPages
  if (ofEleventy.test(file) || isOfEngine(file))
    return misplaced('Eleventy would read this file for every page, or run it')
  return (isAmongStories(file) || isAmongBulletins(file)) && ofTemplates.test(file)
    ? misplaced('this file is a template, which is a program')
    : null
}

const dataForPages: Fault = {
  code: 'program-misplaced',
  message:
    'by its name, Eleventy would not only read this file but fill it in as a template of each page, which is a program',
  hint: 'give the file, or its folder in _data/, another name',
}

const misplaced = (reason: string): Fault => ({
  code: 'program-misplaced',
  message: `${reason}: it may not stand outside of content/pages/`,
  hint: 'move it to content/pages/ if it makes a page of the site, else delete it',
})
