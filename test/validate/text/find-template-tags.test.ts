import { describe, expect, test } from 'vitest'
import { findTemplateTag } from '../../../src/validate/text/find-template-tags.ts'

describe('a tag of a template is found in a text', () => {
  test.each([
    ['{% youtube dQw4w9WgXcQ %}', 'See {% youtube dQw4w9WgXcQ %}.'],
    ['{%- include "a.html" -%}', '{%- include "a.html" -%}'],
    ['{% raw %}', '{% raw %}x{% endraw %}'],
    ['{{ page.title }}', '{{ page.title }}'],
    ['{{page.title | escape}}', 'A{{ a {{page.title | escape}}'],
    ['{{{ body }}}', '{{{ body }}}'],
    ['{{#if a}}', '{{#if a}}b{{/if}}'],
    ['{{ $json.a }}', '{{ $json.a }}'],
    ['{{ "a" | upper }}', '{{ "a" | upper }}'],
    ['{{< figure src="a.jpg" >}}', '{{< figure src="a.jpg" >}}'],
    ['{{</* figure */>}}', '{{</* figure */>}}'],
    ['{{% note %}}', '{{% note %}}'],
    ['{{/* a comment */}}', '{{/* a comment */}}'],
    ['{# check this #}', 'One {# check this #} two'],
    ['{/* check this */}', '{/* check this */}'],
    ['<%= title %>', '<%= title %>'],
    ['[gallery ids="1,2"]', '[gallery ids="1,2"]'],
    ['[gallery]', '[gallery]'],
    ['[caption id="a" align="left"]', '[caption id="a" align="left"]One[/caption]'],
    ['[/caption]', 'One[/caption]'],
    ['[vc_row full="yes" /]', '[vc_row full="yes" /]'],
    ['[/quote]', 'One[/quote]'],
    ['[/b]', 'One[/b]'],
    ['{#storm}', '## The storm {#storm}'],
    ['{.lead}', '{.lead}'],
    ['{: .note}', 'One\n{: .note}'],
    ['{:toc}', '{:toc}'],
    ['%% check this %%', 'One %% check this %% two'],
    ['![[harbour.jpg]]', '![[harbour.jpg]]'],
    ['[TOC]', '[TOC]'],
    ['[[_TOC_]]', '[[_TOC_]]'],
    ['[embed]', '[embed]https://example.org/[/embed]'],
    ['[/vc_row]', 'One[/vc_row]'],
    ['[youtube https://example.org/]', '[youtube https://example.org/]'],
    ['[[nid:12]]', 'See [[nid:12]]'],
    ['[[{"fid":"12","view_mode":"default"}]]', '[[{"fid":"12","view_mode":"default"}]]'],
    ['[site:name]', 'At [site:name]'],
    ['[!note]', '[!note] One'],
    [`$\{name}`, `Dear $\{name},`],
  ])('%s', (found, text) => expect(findTemplateTag(text)).toBe(found))
})

describe('no tag', () => {
  test.each([
    'the set {a, b} and {x}',
    String.raw`\frac{{a}}{b}, x^{{2}}, x_{{i}}, \text{{a}}`,
    '{{}}, {{ }}, {{ – }}',
    '50 % {of} 60 %',
    '{% %}, {%, %}',
    '[video] The mayor speaks',
    '[sic], [a] [b], [the caption]',
    '[gallery](/gallery/)',
    '[a b="c"](/d/)',
    '[gallery]: /gallery/',
    '[Zeitgeist]{lang=de}',
    '{lang=de}',
    'a <% b',
    'a{.red}, {.5}, {:-}, {: }, {#}',
    '[[1]](/notes/), [[wiki]]',
    '5%, 50%%, %%',
    '[toc](/toc/)',
    '[site: the harbour], [view](/a/), [!], [youtube](/b/), US$5, $\\{a\\}$',
  ])('%s', text => expect(findTemplateTag(text)).toBeNull())
})

test.each(['{{ a ', '{% a ', '[a b=', '[a b="', '<% ', '{{< ', '{# '])('many %s cost no more each', piece => {
  expect(findTemplateTag(piece.repeat(20_000))).toBeNull()
})
