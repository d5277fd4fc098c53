import type { VotingMessages } from '../en/voting'
import type { Format } from '../format'

export const voting = ({ plural }: Format<'sw'>): VotingMessages => ({
	moodsTitle: 'Habari hii imekuacha na hisia gani?',
	ratingTitle: 'Wastani wa alama',
	noneYet: 'Bado hakuna',
	starRow: (stars) => plural(stars, { one: 'Nyota #', other: 'Nyota #' }),
	stars: (stars) => plural(stars, { one: 'Nyota #', other: 'Nyota #' }),
})
