import type { AccessibilityMessages } from '../en/accessibility'
import type { Format } from '../format'

export const accessibility = ({ number, plural }: Format<'sw'>): AccessibilityMessages => ({
	title: 'Ufikivu',
	description: (siteName) =>
		`Kinachofanya kazi kwenye ${siteName} pamoja na teknolojia saidizi, kisichofanya kazi bado, na jinsi ya kutuambia.`,
	lead: (siteName) => [
		siteName,
		' ni ya kila mtu. Ukurasa huu unaeleza kinachofanya kazi, kisichofanya kazi bado, na jinsi ya kutuambia kuhusu kikwazo.',
	],
	reviewed: (day) => ['Ulikaguliwa mwisho na chumba cha habari tarehe ', day, '.'],
	notReviewed: 'Chumba cha habari bado hakijakagua ukurasa huu; unaelezea programu.',
	standard: 'Kiwango',
	standardText: (standard) => [
		'Kurasa zinalenga ',
		standard,
		' katika ngazi ya AA. Kila toleo la programu hukaguliwa kwa mashine: kila aina ya ukurasa kwa axe, katika mandhari angavu na yenye giza na kwa mapana matatu, na kazi kuu kwa kibodi pekee na bila JavaScript. Mashine hupata sehemu tu ya vikwazo, na hakuna mtu wa nje aliyekagua tovuti hii.',
	],
	ways: 'Kinachosaidia',
	waysList: [
		'Kila kitu hufanya kazi bila JavaScript: kusoma, kupiga kura, kutathmini, kutoa maoni na kutafuta.',
		'Kila kitu kinaweza kufanywa kwa kibodi. Kwa JavaScript, kitufe / hukupeleka kwenye utafutaji.',
		'Mandhari na ukubwa wa maandishi huchaguliwa mwishoni mwa kila ukurasa. Kurasa hufuata mipangilio ya kifaa chako kuhusu utofautishaji na kupunguza mwendo.',
		'Picha katika habari zina maelezo; habari haiwezi kuchapishwa bila hayo.',
	],
	limits: 'Mipaka inayojulikana',
	limitsList: [
		'Maoni huandikwa na wasomaji. Lugha yake haijaonyeshwa, kwa hiyo kisoma skrini kinaweza kuyasoma kwa sauti ya lugha nyingine.',
		'Habari huelekeza kwenye tovuti nyingine, video na hati. Hatujui zinafikika kwa kiasi gani.',
		'Habari hazina matoleo ya lugha rahisi wala ya lugha ya ishara.',
	],
	form: 'Tuambie kuhusu kikwazo',
	received: 'Asante. Ujumbe wako umefika kwenye chumba cha habari.',
	text: 'Ni nini hakikufanya kazi?',
	textHint: (max) =>
		`Hadi herufi ${number(max)}. Jina la kifaa au programu yako linaweza kutusaidia kupata chanzo.`,
	page: 'Kwenye ukurasa gani? (si lazima)',
	pageHint: 'Anwani yake, au kichwa chake',
	email: 'Barua pepe, ukitaka jibu (si lazima)',
	send: 'Tuma',
	kept: (days) =>
		plural(days, {
			one: 'Wahariri husoma ujumbe wako. Hufutwa siku # baada ya kushughulikiwa.',
			other: 'Wahariri husoma ujumbe wako. Hufutwa siku # baada ya kushughulikiwa.',
		}),
	otherWays: 'Njia nyingine za kutufikia',
})
