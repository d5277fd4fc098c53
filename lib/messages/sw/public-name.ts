import type { PublicNameMessages } from '../en/public-name'
import type { Format } from '../format'

export const publicName = ({ number, plural }: Format<'sw'>): PublicNameMessages => ({
	title: 'Jina la hadharani',
	hint: 'Huonekana juu ya maoni yako, hata ya zamani.',
	limit: (max, days) =>
		plural(max, {
			one: `Unaweza kulibadilisha mara # ndani ya siku ${number(days)}. Wasimamizi huona majina yako ya awali.`,
			other: `Unaweza kulibadilisha mara # ndani ya siku ${number(days)}. Wasimamizi huona majina yako ya awali.`,
		}),
	label: 'Jina la hadharani',
	change: 'Badilisha jina',
	tooOften: (max, days) =>
		plural(max, {
			one: `Umebadilisha jina lako mara # ndani ya siku ${number(days)}, ambacho ni kikomo.`,
			other: `Umebadilisha jina lako mara # ndani ya siku ${number(days)}, ambacho ni kikomo.`,
		}),
	choose: 'Chagua jina lako la hadharani',
	chooseHint: (provider) =>
		`Hili hufungua akaunti ya msomaji hapa, unayoingia kwa ${provider}. Jina huonekana juu ya maoni yako; si lazima liwe la huko.`,
	make: 'Fungua akaunti yangu',
	startAgain: 'Anza upya',
})
