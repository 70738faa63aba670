// Words whose change is never minor: figures, names, and those that turn a sentence into its opposite.

import type { ChangedWords } from './changed-words.ts'
import type { ShownWord } from './shown-words.ts'

/** By language: words that deny, and numbers that are written out. */
const lists: Readonly<Record<string, string>> = {
  ar: 'لا لم لن ليس ليست غير بدون دون كلا واحد اثنان اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة عشرون مئة ألف مليون مليار نصف',
  de: 'nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne weder noch null ein eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig hundert tausend million millionen milliarde milliarden dutzend hälfte halb',
  en: 'no not never none nobody nothing neither nor without cannot zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion dozen dozens half third quarter first second once twice double',
  es: 'no nunca jamás ningún ninguno ninguna nada nadie sin ni tampoco cero uno una dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cuarenta cincuenta cien ciento mil millón millones docena mitad medio',
  fr: 'ne pas jamais aucun aucune rien personne sans ni non zéro un une deux trois quatre cinq six sept huit neuf dix onze douze vingt trente quarante cinquante cent cents mille million millions milliard milliards douzaine moitié demi',
  hi: 'नहीं न मत बिना बगैर शून्य एक दो तीन चार पांच पाँच छह सात आठ नौ दस बीस तीस चालीस पचास सौ हजार हज़ार लाख करोड़ आधा',
  it: 'non no mai nessun nessuno nessuna niente nulla senza né zero uno una due tre quattro cinque sei sette otto nove dieci undici dodici venti trenta cento mille mila milione milioni miliardo miliardi dozzina metà mezzo',
  ja: '無 不 未 非 〇 一 二 三 四 五 六 七 八 九 十 百 千 万 億 兆 半',
  mr: 'नाही नाहीत नको न विना शून्य एक दोन तीन चार पाच सहा सात आठ नऊ दहा वीस तीस चाळीस पन्नास शंभर हजार लाख कोटी अर्धा',
  nl: 'niet geen nooit niemand niets zonder noch nul een één twee drie vier vijf zes zeven acht negen tien elf twaalf twintig honderd duizend miljoen miljard dozijn helft half',
  pt: 'não nunca jamais nenhum nenhuma nada ninguém sem nem zero um uma dois duas três quatro cinco seis sete oito nove dez onze doze vinte trinta cem cento mil milhão milhões bilhão bilhões dúzia metade meio',
  ru: 'не нет ни никогда никто ничто ничего без ноль один одна два две три четыре пять шесть семь восемь девять десять сто тысяча тысячи тысяч миллион миллиона миллионов миллиард половина',
  zh: '不 没 沒 无 無 未 非 勿 莫 零 〇 一 二 两 兩 三 四 五 六 七 八 九 十 百 千 万 萬 亿 億 半',
}

const listOf = (language: string): ReadonlySet<string> => {
  const [base = ''] = language.toLowerCase().split('-')
  // Where nobody knows the language's own, every word of all lists is taken for one.
  return new Set((lists[base] ?? Object.values(lists).join(' ')).split(' '))
}

/** The first word of those that changed which is a figure, a name or a denial; null where there is none. */
export const weightyWord = (changes: readonly ChangedWords[], language: string): string | null => {
  const list = listOf(language)
  const words = changes.flatMap(({ before, after }) => [...before, ...after])
  return words.find(word => isWeighty(word, list, language))?.text ?? null
}

const isWeighty = ({ text, isFirst }: ShownWord, list: ReadonlySet<string>, language: string): boolean => {
  if (/[\p{N}\p{Sc}%‰]/u.test(text)) return true
  const lower = text.toLocaleLowerCase(language)
  if (list.has(lower) || lower.endsWith("n't") || lower.startsWith("n'")) return true
  if (text.split('-').some(part => list.has(part.toLocaleLowerCase(language)))) return true
  return !isFirst && /^\p{Lu}/u.test(text)
}
