import type { CommentListsMessages } from '../en/comment-lists'
import type { Format } from '../format'

export const commentLists = ({ number }: Format<'pt'>): CommentListsMessages => ({
	titles: { latest: 'Últimos comentários', respected: 'Comentários mais respeitados' },
	descriptions: {
		latest: 'O que os leitores dizem de todos os artigos, do mais recente para o mais antigo.',
		respected: 'O que os leitores dizem de todos os artigos, segundo o respeito dos outros leitores.',
	},
	lists: 'Listas de comentários',
	latestRule: 'Os comentários de todos os artigos, do mais recente para o mais antigo.',
	respectedRule: (days, readers, most) =>
		`Os comentários dos últimos ${number(days)} dias que têm o respeito de pelo menos ${number(readers)} leitores, segundo o número desses leitores: até ${number(most)} comentários.`,
	empty: {
		latest: 'Ainda não há comentários. Aparecem aqui quando os leitores escreverem.',
		respected: 'Nenhum comentário tem ainda respeito suficiente. A lista enche-se quando os leitores o dão.',
	},
	on: (headline) => ['Sobre ', headline],
	readOn: 'Continuar a ler:',
	first: { latest: 'Os mais recentes', respected: 'Os mais respeitados' },
	next: { latest: 'Comentários mais antigos', respected: 'Mais comentários' },
	entryTitle: (name, headline) => `${name} sobre «${headline}»`,
})
