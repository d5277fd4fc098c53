import type { ReportsMessages } from '../en/reports'
import type { Format } from '../format'

export const reports = ({ number, plural }: Format<'fr'>): ReportsMessages => ({
	report: 'Signaler ou ignorer',
	reportWhose: (name) => [' le commentaire de ', name],
	title: 'Signaler un commentaire',
	comment: 'Le commentaire',
	by: (name, story) => ['De ', name, ', sur ', story],
	reason: 'Que lui reprochez-vous\u00a0?',
	reasons: {
		illegal: 'Il est illicite',
		abuse: 'Il insulte, menace ou harcèle des personnes',
		spam: 'C’est du spam ou de la publicité',
		other: 'Autre chose',
	},
	explanation: 'Explication',
	explanationHint: (max) =>
		`${number(max)} caractères au plus. Nécessaire pour un contenu illicite\u00a0: pourquoi il l’est, et selon quelle loi, si vous le savez. Nécessaire aussi pour «\u00a0autre chose\u00a0».`,
	goodFaith: 'Je crois de bonne foi que ce que j’écris ici est exact et complet.',
	goodFaithHint:
		'Nécessaire pour un contenu illicite (article 16 du règlement européen sur les services numériques).',
	identity:
		'Un signalement peut être envoyé sans nom. La notification d’un contenu illicite devrait comporter un nom et une adresse e-mail, sauf pour les infractions sexuelles contre des enfants. L’auteur du commentaire ne reçoit ni l’un ni l’autre.',
	name: 'Votre nom (facultatif)',
	email: 'Votre adresse e-mail (facultatif)',
	emailHint: 'L’accusé de réception et la décision y sont envoyés, si ce site envoie des messages.',
	send: 'Envoyer le signalement',
	receipt: (report) => `Signalement ${number(report)}`,
	received: 'Votre signalement est arrivé à la rédaction.',
	keepAddress:
		'L’adresse de cette page est votre accusé de réception. Gardez-la\u00a0: la décision et ses motifs seront ici aussi.',
	decided: 'La rédaction a décidé\u00a0; les motifs sont ci-dessous.',
	sentOn: 'Envoyé',
	reported: 'Commentaire signalé',
	seeComment: 'Voir le commentaire',
	noLongerShown: 'Il n’est pas affiché en ce moment.',
	state: 'Décision',
	open: 'Une personne de la rédaction n’a pas encore décidé.',
	receiptSubject: (report, siteName) => `Votre signalement ${number(report)} à ${siteName}`,
	mailReceived: (report) =>
		`Votre signalement d’un commentaire est arrivé\u00a0; son numéro est ${number(report)}. Une personne de la rédaction en décide.`,
	mailAddress: 'Vous pouvez lire son état, puis la décision, à cette adresse. Gardez-la pour vous\u00a0:',
	chooseReason: 'Choisissez ce que vous reprochez au commentaire.',
	explain: 'Expliquez ce que vous reprochez au commentaire.',
	explanationTooLong: (length, max) =>
		`Votre explication compte ${number(length)} caractères\u00a0; raccourcissez-la à ${number(max)}.`,
	confirmGoodFaith:
		'Confirmez que ce que vous écrivez est exact et complet\u00a0; c’est nécessaire pour un contenu illicite.',
	commentGone: 'Ce commentaire n’est plus sur le site.',
	kept: (days) =>
		plural(days, {
			one: 'Seule la rédaction lit un signalement. Votre nom, votre adresse et votre texte sont supprimés # jour après la décision.',
			many: 'Seule la rédaction lit un signalement. Votre nom, votre adresse et votre texte sont supprimés # de jours après la décision.',
			other:
				'Seule la rédaction lit un signalement. Votre nom, votre adresse et votre texte sont supprimés # jours après la décision.',
		}),
})
