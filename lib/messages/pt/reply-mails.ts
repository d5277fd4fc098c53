import type { ReplyMailsMessages } from '../en/reply-mails'
import type { Format } from '../format'

export const replyMails = ({ plural }: Format<'pt'>): ReplyMailsMessages => ({
	wish: 'Escrevam-me quando alguém responder',
	wishThread: 'Escrevam-me a cada resposta nesta conversa',
	hint: 'Quando o seu comentário estiver no site, um e-mail pede-lhe que confirme o endereço, se ainda não estiver confirmado. Cada e-mail tem uma ligação que lhes põe fim.',
	title: 'E-mails sobre respostas',
	confirmLead: 'Confirme o endereço, e recebe um e-mail quando alguém responder ao seu comentário.',
	confirm: 'Confirmar o endereço',
	confirmed:
		'O endereço está confirmado. Recebe um e-mail quando alguém responder ao seu comentário. Cada e-mail tem uma ligação que lhes põe fim.',
	onLead: 'Recebe e-mails quando alguém responde aos seus comentários.',
	which: 'Que e-mails devem acabar?',
	ofThread: (headline) => ['Os desta conversa sob ', headline],
	ofAll: 'Todos os e-mails sobre respostas',
	stop: 'Acabar com estes e-mails',
	stopAll: 'Acabar com todos os e-mails',
	threadOff: 'Não recebe mais e-mails sobre esta conversa.',
	off: 'Não recebe mais e-mails sobre respostas.',
	others: (comments) =>
		plural(comments, {
			one: 'Ainda recebe e-mails sobre respostas a # outro comentário.',
			many: 'Ainda recebe e-mails sobre respostas a # de outros comentários.',
			other: 'Ainda recebe e-mails sobre respostas a # outros comentários.',
		}),
	linkGone: 'Esta ligação já não é válida. Um novo comentário com a caixa marcada traz uma nova.',
	confirmSubject: (siteName) => `E-mails sobre respostas de ${siteName}?`,
	confirmMail: (headline) =>
		`O seu comentário sobre «${headline}» está no site. Pediu um e-mail quando alguém lhe responder.`,
	confirmOpen: (days) =>
		plural(days, {
			one: 'Abra esta ligação para confirmar o seu endereço, no prazo de # dia:',
			many: 'Abra esta ligação para confirmar o seu endereço, no prazo de # de dias:',
			other: 'Abra esta ligação para confirmar o seu endereço, no prazo de # dias:',
		}),
	confirmUnexpected: 'Se não o pediu, ignore este e-mail: as respostas só são enviadas depois desta ligação.',
	subjectOfOne: (name, headline) => `${name} respondeu sob «${headline}»`,
	subjectOfMany: (count, siteName) =>
		plural(count, {
			one: `# nova resposta em ${siteName}`,
			many: `# de novas respostas em ${siteName}`,
			other: `# novas respostas em ${siteName}`,
		}),
	repliedOn: (name, headline) => `${name} sob «${headline}»:`,
	further: (count) =>
		plural(count, {
			one: 'Há mais # resposta no site.',
			many: 'Há mais # de respostas no site.',
			other: 'Há mais # respostas no site.',
		}),
	why: 'Recebe este e-mail porque o pediu sob um comentário. Esta ligação põe fim a estes e-mails:',
})
