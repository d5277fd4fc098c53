import type { VotingMessages } from '../en/voting'
import type { Format } from '../format'

export const voting = ({ plural }: Format<'pt'>): VotingMessages => ({
	moodsTitle: 'O que sente depois desta leitura?',
	ratingTitle: 'Avaliação média',
	noneYet: 'Ainda nenhuma',
	voteWaits: (wait) =>
		`O seu voto está guardado, mas ainda não foi contado, porque muitos leitores da sua rede votaram hoje neste artigo. Conta quando voltar depois de ${wait}, ou quando a redação o libertar.`,
	voteDiscarded:
		'O seu voto está guardado, mas não é contado, porque a redação o pôs de lado. As contagens deste artigo dão a razão.',
	starRow: (stars) => plural(stars, { one: '# estrela', many: '# de estrelas', other: '# estrelas' }),
	stars: (stars) => plural(stars, { one: '# estrela', many: '# de estrelas', other: '# estrelas' }),
})
