import type { VotingMessages } from '../en/voting'
import type { Format } from '../format'

export const voting = ({ plural }: Format<'fr'>): VotingMessages => ({
	moodsTitle: 'Que ressentez-vous après cette lecture\u202f?',
	ratingTitle: 'Note moyenne',
	noneYet: 'Aucune note',
	starRow: (stars) => plural(stars, { one: '# étoile', many: '# d’étoiles', other: '# étoiles' }),
	stars: (stars) => plural(stars, { one: '# étoile', many: '# d’étoiles', other: '# étoiles' }),
})
