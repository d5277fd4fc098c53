import type { SearchMessages } from '../en/search'
import type { Format } from '../format'

const NARROW = 'Neno moja zaidi, sehemu au tarehe itapunguza orodha.'

export const search = ({ plural }: Format<'sw'>): SearchMessages => ({
	title: 'Utafutaji',
	titleOf: (typed) => `${typed} – Utafutaji`,
	description: 'Tafuta habari kwa maneno, waandishi, sehemu na tarehe.',
	searchOf: (site) => `Tafuta katika habari za ${site}`,
	wordsInStory: 'Maneno yaliyo katika habari',
	submit: 'Tafuta',
	filters: 'Sehemu, mwandishi na tarehe',
	section: 'Sehemu',
	allSections: 'Sehemu zote',
	author: 'Mwandishi',
	from: 'Kuanzia',
	to: 'Hadi',
	tips: 'Kila neno lazima liwe katika habari: kichwa, maandishi, maelezo ya picha au jina la mwandishi. “Alama za kunukuu” huweka maneno pamoja, na alama ya kutoa huondoa neno: daraja −ushuru.',
	keyTip: 'Kitufe / hufungua utafutaji kwenye kila ukurasa.',
	newestFirst: (count) =>
		plural(count, { one: 'Habari #, mpya zaidi kwanza', other: 'Habari #, mpya zaidi kwanza' }),
	bestFirst: (count) =>
		plural(count, { one: 'Habari #, inayofaa zaidi kwanza', other: 'Habari #, zinazofaa zaidi kwanza' }),
	newestOfMore: (count) =>
		plural(count, {
			one: `Habari # mpya zaidi yenye maneno haya. ${NARROW}`,
			other: `Habari # mpya zaidi zenye maneno haya. ${NARROW}`,
		}),
	bestOfMore: (count) =>
		plural(count, {
			one: `Habari # inayofaa zaidi kati ya nyingine. ${NARROW}`,
			other: `Habari # zinazofaa zaidi kati ya nyingine. ${NARROW}`,
		}),
	pages: 'Kurasa za matokeo',
	firstPage: 'Ukurasa wa kwanza',
	quoted: (typed) => `“${typed}”`,
	noStory: (quoted) => ['Hakuna habari yenye ', quoted, '.'],
	noStoryFiltered: (quoted) => ['Hakuna habari yenye ', quoted, ' kwa sehemu, mwandishi na tarehe hii.'],
	didYouMean: (suggestion) => ['Ulimaanisha ', suggestion, '?'],
	searchAll: 'Tafuta katika sehemu, waandishi na tarehe zote',
	foundAlone: (words) => ['Yaliyopatikana peke yake: ', words],
	latest: 'Habari mpya',
})
