import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseSlug } from '../../src/new-story/choose-slug.ts'

const slugOf = (headline: string, language: string) => {
  const chosen = chooseSlug(headline, undefined, { language, unicodeSlugs: false })
  return chosen.ok ? chosen.value : chosen.fault
}

describe('A headline makes an address', () => {
  test.each([
    ['hi', 'मुंबई में भारी बारिश, स्कूल बंद', 'mumbai-men-bhari-barish-skul-band'],
    ['hi', 'सड़क पर 12 गाड़ियाँ', 'sadak-par-12-gadiyan'],
    ['hi', 'न', 'na'],
    ['mr', 'मुंबईत पाऊस, शाळा बंद', 'mumbait-paus-shala-band'],
    ['bn', 'পশ্চিমবঙ্গে প্রধানমন্ত্রীর সফর', 'pashchimabange-pradhanamantrir-saphar'],
    ['gu', 'ગુજરાત ચૂંટણી', 'gujarat-chuntani'],
    ['ta', 'தமிழ்நாடு தேர்தல்', 'tamizhnatu-tertal'],
    ['te', 'తెలంగాణ ఎన్నికలు', 'telangana-ennikalu'],
    ['kn', 'ಕರ್ನಾಟಕ ಚುನಾವಣೆ', 'karnataka-chunavane'],
    ['ml', 'കേരളത്തിൽ മഴ', 'keralattil-mazha'],
    ['si', 'ශ්‍රී ලංකා', 'sri-lmka'],
    ['ar', 'مصر تعلن عن افتتاح المتحف على النيل', 'msr-taln-an-afttah-almthf-ala-alnyl'],
    ['fa', 'انتخابات در تهران', 'antkhabat-dr-thran'],
    ['ur', 'اردو خبریں', 'ardw-khbryn'],
    ['he', 'ירושלים: הבחירות נדחו', 'yrvshlym-hvhyrvt-ndhv'],
    ['ru', 'Президент посетил Киев', 'prezident-posetil-kiev'],
    ['uk', 'Київ: Європа і Згорани', 'kyiv-yevropa-i-zhorany'],
    ['bg', 'Щъркел в България', 'shtarkel-v-balgariya'],
    ['sr', 'Шест људи у Београду', 'sest-ljudi-u-beogradu'],
    ['el', 'Η κυβέρνηση της Ελλάδας', 'i-kyvernisi-tis-elladas'],
    ['th', 'ไทยเลือกตั้งใหม่ น้ำท่วม', 'thaiy-leueok-tang-haim-nam-thwm'],
    ['ko', '서울시장 선거', 'seoulsijang-seongeo'],
    ['ja', 'カタカナ', 'katakana'],
    ['ja', '東京で大雨', 'dongjing-de-dayu'],
    ['zh-Hans', '北京举行会议', 'beijing-juxing-huiyi'],
    ['ka', 'ამინდი თბილისში', 'amindi-tbilisshi'],
    ['hy', 'Հայաստան', 'hayastan'],
    ['am', 'መንግስት', 'mengst'],
    ['pa', 'ਪੰਜਾਬ ਵਿੱਚ ਮੀਂਹ', 'panjab-vich-minh'],
    ['or', 'ଓଡ଼ିଶା', 'odisha'],
    ['sat', 'ᱥᱟᱱᱛᱟᱲᱤ', 'santari'],
    ['ber', 'ⵜⵉⴼⵉⵏⴰⵖ', 'tifinagh'],
  ])('in %s: %s', (language, headline, slug) => expect(slugOf(headline, language)).toBe(slug))

  test.each([
    ['de-AT', 'Größe über Köln', 'groesse-ueber-koeln'],
    ['en', 'Größe über Köln', 'grosse-uber-koln'],
    ['tr', 'İstanbul’da büyük IŞIK', 'istanbul-da-buyuk-isik'],
    ['da', 'Århus bliver større', 'aarhus-bliver-stoerre'],
    ['nb', 'Årsmøte', 'aarsmoete'],
    ['sv', 'Åre blir större', 'are-blir-storre'],
    ['is', 'Þór á Íslandi', 'thor-a-islandi'],
    ['pl', 'Łódź i Kraków', 'lodz-i-krakow'],
    ['vi', 'Đà Nẵng', 'da-nang'],
    ['az', 'Azərbaycan', 'azerbaycan'],
    ['ru', 'Ещё г', 'eshche-g'],
    ['uk', 'Ґ г', 'g-h'],
  ])('as the language of the site spells its letters, in %s: %s', (language, headline, slug) =>
    expect(slugOf(headline, language)).toBe(slug),
  )

  test('whatever its letters are, in whatever language: of a–z, digits and single hyphens, or says why not', () => {
    const languages = fc.constantFrom('en', 'de', 'hi', 'th', 'uk', 'ja', 'ar-EG', 'tr')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), languages, (headline, language) => {
        const chosen = chooseSlug(headline, undefined, { language, unicodeSlugs: false })
        if (chosen.ok) {
          expect(chosen.value).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
          expect(chosen.value.length).toBeLessThanOrEqual(80)
        } else expect(chosen.fault).toContain('--slug=')
      }),
      { numRuns: 300 },
    )
  })
})
