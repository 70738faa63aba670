// How Eleventy makes this site. Add filters, plugins and collections of your own here, as in any Eleventy site.
import { engine } from './scripts/engine.js'

const { dateline } = await engine('dateline')

export default async function (eleventyConfig) {
  await eleventyConfig.addPlugin(dateline)
}

export const config = {
  // _layouts does not exist: Dateline hands Eleventy the layouts of _includes there, minified.
  dir: { input: 'content', includes: '../_includes', layouts: '_layouts', data: '../_data' },
  markdownTemplateEngine: 'njk',
  templateFormats: ['md', 'njk', 'html', '11ty.js'],
}
