import type { CommentsMessages } from '../en/comments'
import type { Format } from '../format'

export const comments = ({ number, plural }: Format<'pt'>): CommentsMessages => ({
	count: (count) => plural(count, { one: '# comentário', many: '# de comentários', other: '# comentários' }),
	none: 'Ainda não há comentários. O seu seria o primeiro.',
	countAndClosed: (count, closed) => `${count}. ${closed}`,
	closed: 'A conversa está encerrada.',
	closedOn: (day) => `A conversa foi encerrada em ${day}.`,
	closedAfter: (day, days) =>
		plural(days, {
			one: `A conversa foi encerrada em ${day}, # dia depois da publicação do artigo.`,
			many: `A conversa foi encerrada em ${day}, # de dias depois da publicação do artigo.`,
			other: `A conversa foi encerrada em ${day}, # dias depois da publicação do artigo.`,
		}),
	yourComment: 'O seu comentário',
	replyTo: (name) => ['A sua resposta a ', name],
	hint: (max) => `No máximo ${number(max)} caracteres. Pode usar *itálico* e ligações.`,
	name: 'Nome',
	email: 'E-mail',
	neverPublished: 'Nunca é publicado.',
	leaveEmpty: 'Deixe este campo vazio',
	post: 'Publicar',
	signInAndPost: 'Iniciar sessão e publicar',
	cancelReply: 'Cancelar a resposta',
	postingAs: (name) => ['Publica como ', name],
	wordsKept: 'O seu texto estará aqui quando voltar.',
	earlierBy: (name) => ['Comentário anterior de ', name],
	removed: 'Este comentário foi retirado.',
	linked: 'O comentário da ligação',
	staff: 'Redação',
	waiting: 'À espera de aprovação',
	waitingHint: 'Só você o pode ver até que a redação o leia.',
	reply: 'Responder',
	replyToWhom: (name) => [' a ', name],
	moderate: 'Moderar',
	moderateWhose: (name) => [' o comentário de ', name],
	pages: 'Páginas de comentários',
})
