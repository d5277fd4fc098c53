import type { DecisionsMessages } from '../en/decisions'
import type { Format } from '../format'

export const decisions = ({ plural }: Format<'fr'>): DecisionsMessages => ({
	title: 'Une décision sur votre commentaire',
	onStory: (story, day) => ['Sur ', story, ', ', day],
	decision: 'Décision',
	outcomes: {
		kept: 'Le commentaire reste sur le site.',
		removed: 'Le commentaire est retiré.',
	},
	ground: 'Fondement',
	byRule: (rule) => `Les règles des commentaires de ce site\u00a0: ${rule}`,
	byLaw: (law) => `La loi\u00a0: ${law}`,
	rules: {
		abuse: 'Ni insultes, ni menaces, ni harcèlement.',
		hatred: 'Pas de haine contre des groupes de personnes.',
		privacy: 'Pas de données privées d’autrui.',
		spam: 'Ni spam ni publicité.',
		offTopic: 'Rien qui soit sans rapport avec l’article.',
		falsehood: 'Pas de fausses affirmations de fait.',
		other: 'Rien qui nuise autrement à la discussion.',
	},
	scope: 'Portée',
	scopeText: 'Personne ne peut voir le commentaire sur ce site, dans aucun pays et sans limite de temps.',
	facts: 'Faits',
	origin: 'Origine',
	onReport: 'La décision fait suite à un signalement.',
	onOwnInitiative: 'La rédaction a examiné le commentaire de sa propre initiative.',
	machines: 'Machines',
	noMachine: 'Une personne a décidé, sans machine.',
	heldBefore:
		'Une personne a décidé. Auparavant, une règle automatique ou le nombre de signalements avait mis le commentaire en attente.',
	decidedOn: 'Décidé',
	redress: 'Si vous n’êtes pas d’accord',
	redressText: 'Écrivez à la rédaction. Vous pouvez aussi saisir un tribunal.',
	rulesTitle: 'Les règles des commentaires',
	holdRule: (reports) =>
		plural(reports, {
			one: '# signalement masque un commentaire jusqu’à la décision d’une personne de la rédaction, sauf si une personne a déjà décidé qu’il reste.',
			many: 'Les signalements de # de réseaux différents masquent un commentaire jusqu’à la décision d’une personne de la rédaction, sauf si une personne a déjà décidé qu’il reste.',
			other:
				'Les signalements de # réseaux différents masquent un commentaire jusqu’à la décision d’une personne de la rédaction, sauf si une personne a déjà décidé qu’il reste.',
		}),
	noHoldRule:
		'Les signalements seuls ne masquent aucun commentaire\u00a0: une personne de la rédaction décide.',
	why: 'Pourquoi\u00a0?',
	whyOf: (headline) => `Pourquoi le commentaire sur «\u00a0${headline}\u00a0» a été retiré`,
	authorSubject: (siteName) => `Votre commentaire sur ${siteName}`,
	authorMail: (headline) => `La rédaction a décidé de votre commentaire sur «\u00a0${headline}\u00a0».`,
	reporterSubject: (report, siteName) => `La décision sur votre signalement ${report} à ${siteName}`,
	reporterMail: 'La rédaction a décidé du commentaire que vous avez signalé.',
	receiptHasIt: 'La page de votre accusé de réception contient aussi la décision\u00a0:',
	readDecision: 'La décision se relit à cette adresse\u00a0:',
	readAndComplain: 'Elle se relit à cette adresse, où vous pouvez aussi réclamer\u00a0:',
})
