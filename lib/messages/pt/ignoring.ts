import type { IgnoringMessages } from '../en/ignoring'
import type { Format } from '../format'

export const ignoring = ({ plural }: Format<'pt'>): IgnoringMessages => ({
	title: 'Pessoas que ignora',
	hint: 'Os comentários delas ficam recolhidos, só para si',
	ignore: (name) => `Ignorar ${name}`,
	ignoreTitle: 'Prefere não ler esta pessoa?',
	ignoreHint:
		'Os comentários desta pessoa, com qualquer nome dado por esta conta ou este navegador, passam a uma linha que se pode abrir, só para si. A pessoa não é avisada.',
	by: (name) => ['Um comentário de ', name, ', que ignora'],
	since: (day) => ['desde ', day],
	unnamed: 'Alguém cujos comentários já não são públicos',
	stop: 'Deixar de ignorar',
	stopOf: (name) => `Deixar de ignorar ${name}`,
	none: 'Não ignora ninguém. A ligação «Denunciar ou ignorar» está por baixo de cada comentário.',
	stopped: 'Volta a ver os comentários dessa pessoa.',
	own: 'É um comentário seu.',
	tooMany: (max) =>
		plural(max, {
			one: 'Ignora # pessoa, que é o limite. Deixe primeiro de ignorar uma.',
			many: 'Ignora # de pessoas, que é o limite. Deixe primeiro de ignorar uma.',
			other: 'Ignora # pessoas, que é o limite. Deixe primeiro de ignorar uma.',
		}),
})
