// Whether an item is a story, and whether readers of the old site could see it.

import type { IndexedItem } from './read-export.ts'
import type { WxrItem } from './read-item.ts'

/** Items that WordPress and its plugins keep for themselves: what they are. */
const machinery: Readonly<Record<string, string>> = {
  nav_menu_item: 'an entry of a menu',
  revision: 'an older version of a text',
  attachment: 'a file of the library: it is copied when an imported story shows it',
  wp_block: 'a piece of text that others show: it is imported where they do',
  'guest-author': 'an author without an account: the name is used',
  custom_css: 'a style',
  safecss: 'a style',
  customize_changeset: 'a change of the theme',
  oembed_cache: 'a copy of an embed',
  user_request: 'a request for personal data',
  feedback: 'a message that a reader sent',
  shop_order: 'an order of a shop',
  shop_order_refund: 'an order of a shop',
  shop_coupon: 'a coupon of a shop',
}

const partsOfPlugins =
  /^(?:wp_(?:template|template_part|global_styles|navigation|font_family|font_face|log)|acf-.+|elementor_.+|et_pb_.+|fusion_.+|vc_.+|wpcf7_.+|wpforms.*|ninja_.+|nf_.+|mc4wp.*|flamingo_.+|amp_.+|jetpack_.+|jp_.+|scheduled-action|tablepress_table|ml-.+|polylang_mo|popup.*|product_variation|psmt_.+|redirect_rule|_pods_.+|sp_.+|advanced_ads.*|spectra-.+|kadence_.+|astra-.+|ct_.+|cookielawinfo|is_search_form|rm_content_editor|wp_stream.*|wpcode|sidebar|widget.*)$/

/** Why an item is no story; null when it is one. */
export const whyNoStory = (item: IndexedItem): string | null => {
  if (item.otherSite !== null) return `it is of another site, ${item.otherSite}: import that by itself`
  if (item.sameIn !== null) return `it stands in ${item.sameIn}, too`
  const known = machinery[item.type]
  if (known !== undefined) return known
  if (partsOfPlugins.test(item.type)) return `a part of the theme or a plugin (${item.type})`
  if (item.isEmpty) return 'it has neither a title nor a text'
  return item.status === 'auto-draft' ? 'WordPress began it by itself, and nobody wrote on' : null
}

const states: Readonly<Record<string, string>> = {
  draft: 'it was a draft',
  'auto-draft': 'it was a draft',
  pending: 'it waited for review',
  private: 'it was private',
  future: 'it was scheduled, and not yet published',
  trash: 'it was in the trash',
  inherit: 'it belonged to another item',
  '': 'the export does not say that it was published',
}

/** Why nobody could see an item on the old site, so that it comes as a draft; null when all could. */
export const whyDraft = ({ status, hasPassword, type, link }: WxrItem): string | null => {
  if (status !== 'publish') return states[status] ?? `its status was “${status}”`
  if (hasPassword) return 'a password protected it'
  if (type === 'page')
    return 'it was a page, not a story; publish it as a story, or move its text to content/pages/'
  // Types that readers cannot open have no address but a number.
  if (type !== 'post' && /[?&]post_type=/.test(link))
    return `items of the type ${type} had no pages of their own`
  return null
}
