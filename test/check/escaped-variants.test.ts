import { expect, test } from 'vitest'
import { escapedVariants } from '../../src/check/escaped-variants.ts'

test('a headline is looked for in every way that it could be written', () => {
  const hostile = `Tom & Ana's "talks" <off> \\ on`
  expect(escapedVariants(hostile)).toEqual([
    'Tom &#x26; Ana&#x27;s &#x22;talks&#x22; &#x3C;off&#x3E; \\ on',
    'Tom \\u0026 Ana\'s \\"talks\\" \\u003coff\\u003e \\\\ on',
    "Tom &amp; Ana's &quot;talks&quot; &lt;off&gt; \\ on",
    'Tom &amp; Ana&#39;s &quot;talks&quot; &lt;off&gt; &#92; on',
  ])
})
