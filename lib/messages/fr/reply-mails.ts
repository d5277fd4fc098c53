import type { ReplyMailsMessages } from '../en/reply-mails'
import type { Format } from '../format'

export const replyMails = ({ plural }: Format<'fr'>): ReplyMailsMessages => ({
	wish: 'M’écrire quand quelqu’un répond',
	wishThread: 'M’écrire à chaque réponse dans cette conversation',
	hint: 'Quand votre commentaire sera sur le site, un courriel vous demandera de confirmer l’adresse, sauf si elle est déjà confirmée. Chaque courriel contient un lien qui y met fin.',
	title: 'Courriels sur les réponses',
	confirmLead:
		'Confirmez l’adresse, et vous recevrez un courriel quand quelqu’un répondra à votre commentaire.',
	confirm: 'Confirmer l’adresse',
	confirmed:
		'L’adresse est confirmée. Vous recevez un courriel quand quelqu’un répond à votre commentaire. Chaque courriel contient un lien qui y met fin.',
	onLead: 'Vous recevez des courriels quand quelqu’un répond à vos commentaires.',
	which: 'Quels courriels doivent cesser\u202f?',
	ofThread: (headline) => ['Ceux de cette conversation sous ', headline],
	ofAll: 'Tous les courriels sur les réponses',
	stop: 'Mettre fin à ces courriels',
	stopAll: 'Mettre fin à tous les courriels',
	threadOff: 'Vous ne recevrez plus de courriels sur cette conversation.',
	off: 'Vous ne recevrez plus de courriels sur les réponses.',
	others: (comments) =>
		plural(comments, {
			one: 'Vous recevez encore des courriels sur les réponses à # autre commentaire.',
			many: 'Vous recevez encore des courriels sur les réponses à # d’autres commentaires.',
			other: 'Vous recevez encore des courriels sur les réponses à # autres commentaires.',
		}),
	linkGone: 'Ce lien n’est plus valable. Un nouveau commentaire avec la case cochée en apporte un nouveau.',
	confirmSubject: (siteName) => `Des courriels sur les réponses de ${siteName}\u202f?`,
	confirmMail: (headline) =>
		`Votre commentaire sur «\u00a0${headline}\u00a0» est sur le site. Vous avez demandé un courriel quand quelqu’un y répond.`,
	confirmOpen: (days) =>
		plural(days, {
			one: 'Ouvrez ce lien pour confirmer votre adresse, dans un délai de # jour\u00a0:',
			many: 'Ouvrez ce lien pour confirmer votre adresse, dans un délai de # de jours\u00a0:',
			other: 'Ouvrez ce lien pour confirmer votre adresse, dans un délai de # jours\u00a0:',
		}),
	confirmUnexpected:
		'Si vous ne l’avez pas demandé, ignorez ce courriel\u00a0: les réponses ne sont envoyées qu’après ce lien.',
	subjectOfOne: (name, headline) => `${name} a répondu sous «\u00a0${headline}\u00a0»`,
	subjectOfMany: (count, siteName) =>
		plural(count, {
			one: `# nouvelle réponse sur ${siteName}`,
			many: `# de nouvelles réponses sur ${siteName}`,
			other: `# nouvelles réponses sur ${siteName}`,
		}),
	repliedOn: (name, headline) => `${name} sous «\u00a0${headline}\u00a0»\u00a0:`,
	further: (count) =>
		plural(count, {
			one: '# autre réponse est sur le site.',
			many: '# d’autres réponses sont sur le site.',
			other: '# autres réponses sont sur le site.',
		}),
	why: 'Vous recevez ce courriel parce que vous l’avez demandé sous un commentaire. Ce lien met fin à ces courriels\u00a0:',
})
