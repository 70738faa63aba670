// What the JSON-LD of a story's page claims of it.

import type { JsonLd } from '../json/find-json-ld.ts'
import { isRecord, stringOf, timeIn } from '../json/json-values.ts'
import type { Claim } from './claim.ts'

/** None where the script is not JSON. */
export const claimsOfJsonLd = ({ document, offset }: JsonLd): readonly Claim[] => {
  const graph = isRecord(document) ? document['@graph'] : null
  const nodes = Array.isArray(graph) ? graph : [document]
  return nodes.filter(isRecord).flatMap((node): readonly Claim[] => {
    if (![node['@type']].flat().includes('NewsArticle')) return []
    const authors = [node.author].flat().filter(isRecord)
    const corrections = [node.correction].flat().filter(isRecord)
    return [
      {
        source: 'JSON-LD',
        url: stringOf(node.url) ?? '',
        offset,
        headline: stringOf(node.headline),
        published: timeIn(node.datePublished),
        modified: timeIn(node.dateModified),
        // A story without authors is its publisher's.
        authors: authors
          .filter(author => author['@type'] === 'Person')
          .map(({ name }) => stringOf(name) ?? ''),
        section: stringOf(node.articleSection),
        corrections: corrections.map(({ text }) => stringOf(text) ?? ''),
      },
    ]
  })
}
