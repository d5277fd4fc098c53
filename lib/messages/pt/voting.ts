import type { VotingMessages } from '../en/voting'
import type { Format } from '../format'

export const voting = ({ plural }: Format<'pt'>): VotingMessages => ({
	moodsTitle: 'O que sente depois desta leitura?',
	ratingTitle: 'Avaliação média',
	noneYet: 'Ainda nenhuma',
	starRow: (stars) => plural(stars, { one: '# estrela', many: '# de estrelas', other: '# estrelas' }),
	stars: (stars) => plural(stars, { one: '# estrela', many: '# de estrelas', other: '# estrelas' }),
})
