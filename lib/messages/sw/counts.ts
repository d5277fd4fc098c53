import type { CountsMessages } from '../en/counts'
import type { Format } from '../format'

export const counts = ({ number, plural }: Format<'sw'>): CountsMessages => ({
	link: 'Jinsi kura hizi zinavyohesabiwa',
	title: 'Jinsi kura zinavyohesabiwa',
	titleOf: (headline) => `Kura kwenye “${headline}”`,
	lead: 'Hisia na alama za habari hii kwa wakati, kura zilizowekwa kando, na sababu.',
	few: (min) =>
		`Habari hii ina kura chini ya ${number(min)} hadi sasa. Orodha kwa wakati ingeweza kumfichua msomaji mmoja.`,
	byTime: 'Kura kwa wakati',
	moodsOverTime: 'Hisia kwa wakati',
	asTable: 'Hesabu zote kwenye jedwali',
	download: 'Pakua kama CSV',
	setAside: 'Zilizowekwa kando',
	period: 'Wakati',
	moodVotes: 'Hisia zilizohesabiwa',
	ratings: 'Alama zilizohesabiwa',
	countedLater: 'Kati yake, zilizowekwa kando kwanza',
	waiting: 'Zimewekwa kando, zinasubiri',
	discarded: 'Zilizokataliwa',
	sum: 'Zote',
	votes: (count) => number(count),
	rules: 'Kanuni',
	oneVote: 'Msomaji ana hisia moja na alama moja kwa kila habari, na anaweza kuzibadilisha au kuziondoa.',
	network: (newReaders, known) =>
		`Wasomaji wa ofisi, shule au mtandao wa simu wana anwani moja. Kutoka kila mtandao, wasomaji wapya ${number(newReaders)} na wanaojulikana ${number(known)} huhesabiwa papo hapo kwa kila habari na siku. Kura zaidi huwekwa kando: huhifadhiwa, lakini hazihesabiwi.`,
	back: (wait) =>
		`Kura iliyowekwa kando huhesabiwa msomaji wake anaporudi baada ya ${wait}, au mhariri anapoiachilia. Mhariri anaweza kukataa kura ambazo hazikupigwa na wasomaji.`,
	noAddress: 'Anwani ya mtandao haihifadhiwi kamwe.',
	joined: (min) =>
		`Nyakati zenye kura chini ya ${number(min)} huunganishwa, ili hesabu isimfichue msomaji mmoja.`,
	decisions: 'Maamuzi ya wahariri',
	released: (count) =>
		plural(count, {
			one: 'Kura # iliyowekwa kando imehesabiwa.',
			other: 'Kura # zilizowekwa kando zimehesabiwa.',
		}),
	wereDiscarded: (count) => plural(count, { one: 'Kura # imekataliwa.', other: 'Kura # zimekataliwa.' }),
	edition: 'Toleo la hisia',
	editionLead: 'Walivyohisi wasomaji, wiki kwa wiki: hisia za habari zote, kwa sehemu na kwa habari.',
	weekOf: (day) => `Wiki ya ${day}`,
	weeks: 'Wiki',
	noVotes: 'Hakuna hisia zilizotolewa wiki hii.',
	story: 'Habari',
	otherStories: 'Habari nyingine',
	noSection: 'Hazipo tena kwenye tovuti',
	editionRule: (min, max) =>
		`Sehemu hutaja habari zake ${number(max)} zenye kura nyingi zaidi, kuanzia kura ${number(min)}; kura za nyingine ziko kwenye mstari mmoja. Msomaji anayebadilisha hisia huhesabiwa katika wiki ya badiliko. Kura zilizowekwa kando hazimo kwenye hisia.`,
	asJson: 'Pakua kama JSON',
	previousWeek: 'Wiki iliyotangulia',
	nextWeek: 'Wiki inayofuata',
	undone: (at) => ['Umetenguliwa ', at, '.'],
})
