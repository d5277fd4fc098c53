import type { NoticesMessages } from '../en/notices'
import type { Format } from '../format'

export const notices = ({ number, plural }: Format<'fr'>): NoticesMessages => ({
	title: 'Avis',
	titled: (count, more: boolean) => `Avis (${number(count)}${more ? '+' : ''})`,
	short: (count, more) => `(${number(count)}${more ? '+' : ''})`,
	hint: 'Réponses à vos commentaires, décisions à leur sujet et sort de vos votes',
	none: 'Il n’est encore rien arrivé à vos commentaires et à vos votes.',
	unread: 'Nouveau',
	unreadLink: (count) =>
		plural(count, { one: '# avis non lu', many: '# d’avis non lus', other: '# avis non lus' }),
	markAll: 'Tout marquer comme lu',
	marked: 'Tout est marqué comme lu.',
	reply: (name) => [name, ' a répondu à votre commentaire.'],
	approved: 'Votre commentaire était en attente\u202f; il est maintenant publié.',
	notPublished: 'Votre commentaire n’a pas été publié.',
	removed: 'Votre commentaire a été retiré.',
	undonePublic: 'La décision contre votre commentaire a été annulée. Il est publié.',
	undoneWaits: 'La décision contre votre commentaire a été annulée.',
	complaint: 'La rédaction a décidé de votre réclamation.',
	respects: (count) =>
		plural(count, {
			one: '# lecteur a marqué son respect pour votre commentaire.',
			many: '# de lecteurs ont marqué leur respect pour votre commentaire.',
			other: '# lecteurs ont marqué leur respect pour votre commentaire.',
		}),
	pick: 'Votre commentaire est un choix de la rédaction.',
	counted: 'Un rédacteur a compté votre vote, qui avait été mis de côté.',
	reason: (reason) => `Motif\u00a0: ${reason}`,
})
