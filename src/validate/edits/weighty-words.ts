// Words that weigh, however little of them changes: figures, numbers that are written out, and those that deny.

import { remember } from '../../domain/remember.ts'

/** By language. */
const lists: Readonly<Record<string, string>> = {
  ar: 'لا لم لن ليس ليست غير بدون دون كلا واحد اثنان اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة عشرون مئة ألف مليون مليار نصف عشرين ثلاثون ثلاثين أربعون أربعين خمسون خمسين ستون ستين سبعون سبعين تسعون تسعين',
  de: 'nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne weder noch null ein eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig hundert tausend million millionen milliarde milliarden dutzend hälfte halb kaum weniger dreizehn sechzehn siebzehn sechzig siebzig achtzig neunzig erste erster zweite zweiter dritte dritter vierte fünfte sechste siebte',
  en: 'no not never none nobody nothing neither nor without cannot zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion dozen dozens half third quarter first second once twice double hardly barely scarcely few fewer fourth fifth sixth seventh eighth ninth tenth couple pair',
  es: 'no nunca jamás ningún ninguno ninguna nada nadie sin ni tampoco cero uno una dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cuarenta cincuenta cien ciento mil millón millones docena mitad medio apenas trece catorce quince dieciséis diecisiete dieciocho diecinueve veintiuno veintidós veintitrés sesenta setenta ochenta noventa doscientos trescientos seiscientos setecientos primero primera segundo tercero',
  fr: 'ne pas jamais aucun aucune rien personne sans ni non zéro un une deux trois quatre cinq six sept huit neuf dix onze douze vingt trente quarante cinquante cent cents mille million millions milliard milliards douzaine moitié demi plus guère treize quatorze quinze seize soixante septante premier première second seconde troisième',
  hi: 'नहीं न मत बिना बगैर शून्य एक दो तीन चार पांच पाँच छह सात आठ नौ दस बीस तीस चालीस पचास सौ हजार हज़ार लाख करोड़ आधा ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस साठ सत्तर अस्सी नब्बे',
  it: 'non no mai nessun nessuno nessuna niente nulla senza né zero uno una due tre quattro cinque sei sette otto nove dieci undici dodici venti trenta cento mille mila milione milioni miliardo miliardi dozzina metà mezzo appena tredici quattordici quindici sedici diciassette diciotto diciannove quaranta cinquanta sessanta settanta ottanta novanta primo prima secondo terzo',
  ja: '無 不 未 非 〇 一 二 三 四 五 六 七 八 九 十 百 千 万 億 兆 半',
  mr: 'नाही नाहीत नको न विना शून्य एक दोन तीन चार पाच सहा सात आठ नऊ दहा वीस तीस चाळीस पन्नास शंभर हजार लाख कोटी अर्धा',
  nl: 'niet geen nooit niemand niets zonder noch nul een één twee drie vier vijf zes zeven acht negen tien elf twaalf twintig honderd duizend miljoen miljard dozijn helft half nauwelijks dertien veertien zestien zeventien dertig veertig zestig zeventig eerste tweede derde',
  pt: 'não nunca jamais nenhum nenhuma nada ninguém sem nem zero um uma dois duas três quatro cinco seis sete oito nove dez onze doze vinte trinta cem cento mil milhão milhões bilhão bilhões dúzia metade meio apenas treze catorze quinze dezesseis dezessete dezoito dezenove sessenta setenta oitenta noventa seiscentos setecentos primeiro segundo terceiro',
  ru: 'не нет ни никогда никто ничто ничего без ноль один одна два две три четыре пять шесть семь восемь девять десять сто тысяча тысячи тысяч миллион миллиона миллионов миллиард половина двух трех трёх четырех четырёх пяти шести семи одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать двести триста четыреста первый второй третий',
  zh: '不 没 沒 无 無 未 非 勿 莫 零 〇 一 二 两 兩 三 四 五 六 七 八 九 十 百 千 万 萬 亿 億 半',
  sv: 'inte icke ej ingen inget inga aldrig knappt utan noll en ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo trettio fyrtio hundra tusen miljon miljoner',
  da: 'ikke ej ingen intet aldrig uden nul en et to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten seksten sytten tyve tredive fyrre hundrede tusind million millioner',
  nb: 'ikke ei ingen intet aldri uten null en ett to tre fire fem seks sju åtte ni ti elleve tolv tretten fjorten seksten sytten tjue tretti førti hundre tusen million millioner',
  pl: 'nie nigdy nikt nic bez ani zero jeden dwa dwie dwóch trzy trzech cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście trzynaście szesnaście siedemnaście dwadzieścia trzydzieści czterdzieści sześćdziesiąt siedemdziesiąt sto tysiąc milion',
  tr: 'değil yok hiç asla olmadan sıfır bir iki üç dört beş altı yedi sekiz dokuz on yirmi otuz kırk elli altmış yetmiş seksen doksan yüz bin milyon milyar',
  he: 'לא אין אינו אינה אל בלי ללא אף אפס אחד אחת שניים שתיים שלושה שלוש ארבעה ארבע חמישה חמש שישה שש שבעה שבע שמונה תשעה תשע עשרה עשר עשרים שלושים ארבעים חמישים שישים שבעים מאה אלף מיליון',
  ko: '안 못 아니 아니다 없다 없이 않다 영 하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열 스물 서른 마흔 백 천 만 억',
}

type Weights = { readonly words: ReadonlySet<string>; readonly within: readonly string[] }

/** Of shorter ones too many other words are made. */
const shortestWithin = 4

const weightsOf = remember(100, (base: string): Weights => {
  // Where nobody knows the language's own, every word of all lists is taken for one.
  const words = (lists[base] ?? Object.values(lists).join(' ')).split(' ')
  return { words: new Set(words), within: words.filter(word => word.length >= shortestWithin) }
})

/** `text`: of a word, or of a part of one with a hyphen. Also where such a word is part of a longer one: “einundzwanzig”. */
export const isWeighty = (text: string, language: string): boolean => {
  if (/[^\p{L}\p{M}'’]/u.test(text)) return true
  const lower = text.toLocaleLowerCase(language)
  const { words, within } = weightsOf(language.toLowerCase().split('-')[0] ?? '')
  return words.has(lower) || /n't$|^n'/u.test(lower) || within.some(word => lower.includes(word))
}
