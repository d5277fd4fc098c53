import type { NoticesMessages } from '../en/notices'
import type { Format } from '../format'

export const notices = ({ number, plural }: Format<'pt'>): NoticesMessages => ({
	title: 'Avisos',
	titled: (count, more: boolean) => `Avisos (${number(count)}${more ? '+' : ''})`,
	short: (count, more) => `(${number(count)}${more ? '+' : ''})`,
	hint: 'Respostas aos seus comentários, decisões sobre eles e o que aconteceu aos seus votos',
	none: 'Ainda não aconteceu nada aos seus comentários e votos.',
	unread: 'Novo',
	unreadLink: (count) =>
		plural(count, { one: '# aviso por ler', many: '# de avisos por ler', other: '# avisos por ler' }),
	markAll: 'Marcar tudo como lido',
	marked: 'Está tudo marcado como lido.',
	reply: (name) => [name, ' respondeu ao seu comentário.'],
	approved: 'O seu comentário esteve à espera e está agora publicado.',
	notPublished: 'O seu comentário não foi publicado.',
	removed: 'O seu comentário foi retirado.',
	undonePublic: 'A decisão contra o seu comentário foi anulada. Está publicado.',
	undoneWaits: 'A decisão contra o seu comentário foi anulada.',
	complaint: 'A redação decidiu sobre a sua reclamação.',
	respects: (count) =>
		plural(count, {
			one: '# leitor mostrou respeito pelo seu comentário.',
			many: '# de leitores mostraram respeito pelo seu comentário.',
			other: '# leitores mostraram respeito pelo seu comentário.',
		}),
	pick: 'O seu comentário é uma escolha da redação.',
	counted: 'Um editor contou o seu voto, que tinha sido posto de lado.',
	reason: (reason) => `Motivo: ${reason}`,
})
