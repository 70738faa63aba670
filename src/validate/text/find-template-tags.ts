// Tags of other programs' templates: Dateline fills none of them in, so readers would see them.

/** What a tag contains, within a line. */
const inside = String.raw`[^\n]{0,500}?`
const value = String.raw`(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'|“[^”\n]{0,500}”|[^\s\]"']{1,500})`

const tags: readonly RegExp[] = [
  // Hugo: {{< figure >}}, {{% note %}}
  String.raw`\{\{<${inside}>\}\}|\{\{%${inside}%\}\}`,
  // Liquid, Nunjucks, Jinja, Vue, Mustache: {{ page.title }}
  String.raw`\{\{\{?[-#/>&!*]{0,3}\s*[a-z_$.@"'(\d][^{}\n]{0,500}\}\}\}?`,
  // Liquid, Nunjucks, Jinja: {% youtube %}, {%- if x -%}, {# a comment #}
  String.raw`\{%[-+]?\s*[a-z_]${inside}%\}|\{#[-\s]${inside}#\}`,
  // kramdown, Pandoc: ## Words {#place}, {: .note}
  String.raw`(?<![^\s])\{(?:[.#][a-z][\w:-]{0,100}(?:\s[^{}\n]{0,500})?|:\s?[.#]?[a-z][^{}\n]{0,500})\}`,
  // MDX: {/* a comment */}
  String.raw`\{/\*${inside}\*/\}`,
  // ERB, EJS, ASP: <%= title %>
  `<%${inside}%>`,
  // Obsidian: %% a comment %%, ![[harbour.jpg]]
  String.raw`(?<![%\w])%%[^%\n]{1,500}%%|!\[\[[^\]\n]{1,500}\]\]`,
  // A callout of Obsidian, an alert of GitHub
  String.raw`\[![a-z]{3,20}\][+-]?(?![(\[:])`,
  // Drupal: [[nid:12]], [[{"fid":"12"}]], [node:title]
  String.raw`\[\[(?:nid:\d+|\{"[^\n]{1,500}?\})[^\]\n]{0,100}\]\]|\[(?:node|site|user|view|block|media|current-\w+):[\w:=-]+\](?![(\[:])`,
  // A template of JavaScript. Mathematics ends with a dollar.
  String.raw`\$\{[a-z_][\w.]{0,80}\}(?!\$)`,
  // Python-Markdown, GitLab, Azure
  String.raw`\[\[?_?toc_?\]\]?(?![(\[:])`,
  // WordPress: [gallery ids="1,2"], [caption id="a"], [/caption]. No link, and no name of one.
  String.raw`\[(?:gallery|embed|/[a-z][\w-]{0,60}|(?:youtube|vimeo|tweet|twitter|instagram|soundcloud)[ =][^\]\s]{1,300}|[a-z][\w-]*(?:\s+[\w-]+=${value}){1,20}\s*/?)\](?![(\[:])`,
].map(tag => new RegExp(tag, 'iy'))

/** Whether it is worth looking for them. */
export const mayHaveTemplateTags = (text: string): boolean => beginning.test(text)

const beginning =
  /\{[{%#/.:]|\$\{[a-z_]|<%|%%|!\[\[|\[(?:\/[a-z]|!|\[?_?toc|\[(?:nid:|\{")|gallery\]|embed\]|(?:youtube|vimeo|tweet|twitter|instagram|soundcloud)[ =]|(?:node|site|user|view|block|media|current-\w+):|[a-z][\w-]*\s+[\w-]+=)/i

/** The tag at this offset of a text, or null. */
export const templateTagAt = (text: string, at: number): string | null => {
  // Mathematics: \frac{{a}}{b}, x^{{2}}
  if (text[at] === '{' && /[\\^_}\w]/.test(text.charAt(at - 1))) return null
  for (const tag of tags) {
    tag.lastIndex = at
    const [found] = tag.exec(text) ?? []
    if (found !== undefined) return found
  }
  return null
}

/** The first of a text; null when there is none. */
export const findTemplateTag = (text: string): string | null => {
  if (!mayHaveTemplateTags(text)) return null
  for (const { index } of text.matchAll(/[{<[%!$]/g)) {
    const found = templateTagAt(text, index)
    if (found !== null) return found
  }
  return null
}
