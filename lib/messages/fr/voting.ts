import type { VotingMessages } from '../en/voting'
import type { Format } from '../format'

export const voting = ({ plural }: Format<'fr'>): VotingMessages => ({
	moodsTitle: 'Que ressentez-vous après cette lecture\u202f?',
	ratingTitle: 'Note moyenne',
	noneYet: 'Aucune note',
	voteWaits: (wait) =>
		`Votre vote est enregistré, mais pas encore compté, car de nombreux lecteurs de votre réseau ont voté aujourd’hui sur cet article. Il comptera à votre retour après ${wait}, ou dès que la rédaction l’aura libéré.`,
	voteDiscarded:
		'Votre vote est enregistré, mais n’est pas compté, car la rédaction l’a écarté. Les décomptes de cet article en donnent la raison.',
	starRow: (stars) => plural(stars, { one: '# étoile', many: '# d’étoiles', other: '# étoiles' }),
	stars: (stars) => plural(stars, { one: '# étoile', many: '# d’étoiles', other: '# étoiles' }),
})
