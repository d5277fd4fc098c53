import type { ComplaintsMessages } from '../en/complaints'
import type { Format } from '../format'

const who = (time: string) =>
	`Vous pouvez vous plaindre dans un délai de ${time} après la décision. Une autre personne de la rédaction décide, s’il y en a une, et jamais une machine. Vous pouvez aussi saisir un tribunal.`

export const complaints = ({ number, plural }: Format<'fr'>): ComplaintsMessages => ({
	title: 'Se plaindre',
	who: (days) => plural(days, { one: who('# jour'), many: who('# de jours'), other: who('# jours') }),
	text: 'Pourquoi la décision est-elle fausse\u00a0?',
	textHint: (max) => `${number(max)} caractères au plus.`,
	send: 'Envoyer la plainte',
	yours: 'Votre plainte',
	waiting: 'Elle est à la rédaction. La réponse sera sur cette page.',
	upheldForAuthor: 'Acceptée\u00a0: le commentaire est de nouveau affiché.',
	upheldForReporter: 'Acceptée\u00a0: la décision est annulée, une nouvelle suivra.',
	rejected: 'Rejetée\u00a0: la décision est maintenue.',
	answer: 'Motifs',
	sayWhy: 'Dites pourquoi la décision est fausse.',
	tooLong: (length, max) =>
		`Votre plainte compte ${number(length)} caractères\u00a0; raccourcissez-la à ${number(max)}.`,
	noDecision: 'Il n’y a pas de telle décision sur un commentaire ou un signalement de vous.',
	onlyOne: 'Vous vous êtes déjà plaint de cette décision.',
	tooLate: (days) =>
		plural(days, {
			one: 'Une plainte est possible dans un délai de # jour après la décision.',
			many: 'Une plainte est possible dans un délai de # de jours après la décision.',
			other: 'Une plainte est possible dans un délai de # jours après la décision.',
		}),
	subject: (siteName) => `Votre plainte à ${siteName}`,
	mail: 'La rédaction a décidé de votre plainte.',
})
