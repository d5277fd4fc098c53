import type { ReadingMessages } from '../en/reading'
import type { Format } from '../format'

export const reading = ({ plural }: Format<'sw'>): ReadingMessages => ({
	olderThan: (years) =>
		plural(years, {
			one: 'Habari hii ina zaidi ya mwaka mmoja',
			other: 'Habari hii ina zaidi ya miaka #',
		}),
	yearsOld: (years) =>
		plural(years, {
			one: 'Zaidi ya mwaka mmoja',
			other: 'Zaidi ya miaka #',
		}),
	shareElsewhere: 'Shiriki kwingine',
	photographs: 'Picha za habari hii',
	backToStory: 'Rudi kwenye habari',
	previous: 'Iliyotangulia',
	next: 'Inayofuata',
	onlyYou: 'Orodha hii unaiona wewe tu.',
	onlyThisBrowser: 'Orodha hii unaiona wewe tu, na inatunzwa na kidakuzi cha kivinjari hiki.',
	onAllDevices: 'Ingia ili uipate kwenye vifaa vyako vyote',
	nothingSaved: 'Bado hakuna kilichohifadhiwa. “Hifadhi usome baadaye” iko juu ya kila habari.',
	savedOn: (at) => ['Ilihifadhiwa ', at],
	withdrawn: 'Habari hii imeondolewa baadaye.',
	correctedOn: (at) => ['Ilisahihishwa ', at, ', baada ya wewe kuihifadhi.'],
	remove: 'Ondoa',
	removeStory: (headline) => `Ondoa “${headline}”`,
	places: 'Ulipoishia',
	placesHint:
		'Kivinjari hiki hukumbuka ulipoishia katika habari za mwisho ulizoacha katikati, na huweka kiungo juu yake. Hubaki kwenye kifaa hiki tu.',
	savedCopy: 'Nakala iliyohifadhiwa #. Kupiga kura na kutoa maoni kunahitaji mtandao.',
	offline: 'Huna mtandao',
	keptHere: 'Habari hizi zimehifadhiwa kwenye kifaa hiki:',
	copies: 'Zilizohifadhiwa kwenye kifaa hiki',
	copiesHint:
		'Habari hizi husomeka bila mtandao. Uliyoiondoa huhifadhiwa tena ukiifungua. Ukitoka, zote huondolewa.',
	removeCopies: 'Ondoa nakala zote',
})
