import type { VotingMessages } from '../en/voting'
import type { Format } from '../format'

export const voting = ({ plural }: Format<'sw'>): VotingMessages => ({
	moodsTitle: 'Habari hii imekuacha na hisia gani?',
	ratingTitle: 'Wastani wa alama',
	noneYet: 'Bado hakuna',
	voteWaits: (wait) =>
		`Kura yako imehifadhiwa, lakini bado haijahesabiwa, kwa kuwa wasomaji wengi wa mtandao wako wamepiga kura leo kwenye habari hii. Itahesabiwa utakaporudi baada ya ${wait}, au mhariri atakapoiachilia.`,
	voteDiscarded:
		'Kura yako imehifadhiwa, lakini haihesabiwi, kwa kuwa mhariri ameiweka kando. Hesabu za habari hii zinaeleza sababu.',
	starRow: (stars) => plural(stars, { one: 'Nyota #', other: 'Nyota #' }),
	stars: (stars) => plural(stars, { one: 'Nyota #', other: 'Nyota #' }),
})
