// Only slips of spelling are minor, whatever an editor calls so, in any language.

import { describe, expect, test } from 'vitest'
import { changedWords } from '../../../src/validate/edits/changed-words.ts'
import { changeThatWeighs } from '../../../src/validate/edits/minor-changes.ts'
import { shownWords } from '../../../src/validate/edits/shown-words.ts'

const weighs = (before: string, after: string, language = 'en') =>
  changeThatWeighs(changedWords(shownWords(before), shownWords(after)), language)

describe('Never minor is', () => {
  test.each([
    ['a figure', 'There were 10 dead', 'There were 4 dead'],
    ['a figure in words', 'There were ten dead', 'There were four dead'],
    ['a figure in words with a hyphen', 'In twenty-two towns', 'In all towns'],
    ['an ordinal', 'She is the fourth victim', 'She is the fifth victim'],
    ['a name', 'It was Meera Nair who came', 'It was Meera Menon who came'],
    ['a name but for a letter', 'It was Meera Thompson', 'It was Meera Thomson'],
    ['a name at the beginning of a sentence', 'Smith was held', 'Jones was held'],
    ['a name behind a colon', 'Winner: Smith of the north', 'Winner: Jones of the north'],
    ['a name in quotation marks', 'He said: “Asha did it.”', 'He said: “Ravi did it.”'],
    ['a name in a list', 'Asha Rao\nRavi Sen', 'Meera Rao\nRavi Sen'],
    ['a name with a small letter first', 'They met al-Assad', 'They met al-Sharaa'],
    ['a name with a small letter first, but for a letter', 'They met al-Assad', 'They met al-Asad'],
    ['a word that gets a capital', 'in the town of turkey', 'in the town of Turkey'],
    ['a denial', 'He will resign', 'He will not resign'],
    ['a denial but for a letter', 'It does not', 'It does now'],
    ['a short denial', 'He did resign', 'He didn’t resign'],
    ['a word that all but denies', 'He hardly knew her', 'He knew her'],
    ['an opposite', 'The act is legal', 'The act is illegal'],
    ['another person', 'The employer was shot', 'The employee was shot'],
    ['more of them', 'The suspect was shot', 'The suspects was shot'],
    ['another short word', 'He is dead', 'He is deaf'],
    ['another word with one other letter', 'The minister was fined', 'The minister was fired'],
    ['another word', 'The act is open', 'The act is closed'],
    ['one word more', 'The mayor came', 'The former mayor came'],
  ])('%s', (_what, before, after) => {
    expect(weighs(before, after)).not.toBeNull()
    expect(weighs(after, before)).not.toBeNull()
  })

  test.each([
    ['de', 'Er tritt zurück', 'Er tritt nicht zurück'],
    ['de', 'Es gab dreizehn Tote', 'Es gab siebzehn Tote'],
    ['de', 'Es gab einundzwanzig Tote', 'Es gab einundzwanzg Tote'],
    ['fr', 'Il y a treize morts', 'Il y a seize morts'],
    ['fr', 'Il vit plus ici', 'Il vit ici'],
    ['es', 'Hay sesenta muertos', 'Hay setenta muertos'],
    ['es', 'Hay veintiuno muertos', 'Hay veintidós muertos'],
    ['it', 'Ci sono quindici morti', 'Ci sono tredici morti'],
    ['ru', 'Там убили двух человек', 'Там убили трёх человек'],
    ['hi', 'वह इस्तीफा देंगे', 'वह इस्तीफा नहीं देंगे'],
    ['hi', 'वहां मोहन आया था', 'वहां सोहन आया था'],
    ['ar', 'هو ليس مذنبا', 'هو مذنب'],
    ['ar', 'حضر محمد اليوم', 'حضر أحمد اليوم'],
    ['ar', 'قتل ثلاثون شخصا', 'قتل أربعون شخصا'],
    ['zh', '他会辞职', '他不会辞职'],
    ['zh', '昨天习近平来了', '昨天李克强来了'],
    ['ja', '彼は来ない', '彼は来る'],
    ['ja', '昨日田中が来た', '昨日佐藤が来た'],
    ['ko', '그는 유죄가 아니다', '그는 유죄이다'],
    ['ko', '사람 세 명이 죽었다', '사람 네 명이 죽었다'],
    ['sv', 'Han är inte skyldig', 'Han är skyldig'],
    ['tr', 'O suçlu değil bugün', 'O suçlu bugün'],
    ['he', 'הוא לא אשם', 'הוא אשם'],
    ['fi', 'Hän eroaa', 'Hän ei eroaa'],
  ])('in %s: %j, or %j', (language, before, after) => {
    expect(weighs(before, after, language)).not.toBeNull()
    expect(weighs(after, before, language)).not.toBeNull()
  })
})

describe('Minor is', () => {
  test.each([
    ['a letter that was missing', 'the goverment said', 'the government said', 'en'],
    ['a letter too many', 'die alte Regierrung tagt', 'die alte Regierung tagt', 'de'],
    ['two letters in the wrong order', 'teh council', 'the council', 'en'],
    ['that in a German noun', 'der Bürgermesiter kam', 'der Bürgermeister kam', 'de'],
    ['a wrong letter in a long word', 'on seperate days', 'on separate days', 'en'],
    [
      'the first word of a sentence',
      'It rained. Therfore it stopped.',
      'It rained. Therefore it stopped.',
      'en',
    ],
    ['where a sentence begins', 'It rained, then it stopped.', 'It rained. Then it stopped.', 'en'],
    ['a hyphen', 'a well known man', 'a well-known man', 'en'],
    ['an article', 'by council of the town', 'by the council of the town', 'en'],
    ['an article before a vowel', 'a hour', 'an hour', 'en'],
    ['two slips side by side', 'the goverment commitee', 'the government committee', 'en'],
    ['a slip in Hindi', 'वहां सरकर आयी', 'वहां सरकार आयी', 'hi'],
  ])('%s', (_what, before, after, language) => {
    expect(weighs(before, after, language)).toBeNull()
  })
})
