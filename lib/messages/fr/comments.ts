import type { CommentsMessages } from '../en/comments'
import type { Format } from '../format'

export const comments = ({ number, plural }: Format<'fr'>): CommentsMessages => ({
	count: (count) =>
		plural(count, { one: '# commentaire', many: '# de commentaires', other: '# commentaires' }),
	none: 'Aucun commentaire pour l’instant. Le vôtre serait le premier.',
	countAndClosed: (count, closed) => `${count}. ${closed}`,
	closed: 'La discussion est close.',
	closedOn: (day) => `La discussion est close depuis le ${day}.`,
	closedAfter: (day, days) =>
		plural(days, {
			one: `La discussion est close depuis le ${day}, # jour après la parution de l’article.`,
			many: `La discussion est close depuis le ${day}, # de jours après la parution de l’article.`,
			other: `La discussion est close depuis le ${day}, # jours après la parution de l’article.`,
		}),
	closedBecause: (reason) => `La discussion est close\u00a0: ${reason}`,
	closedOnBecause: (day, reason) => `La discussion est close depuis le ${day}\u00a0: ${reason}`,
	closesOn: (day) => `Les commentaires ferment le ${day}.`,
	needsAccount:
		'Ici, seules les personnes connectées commentent. Vous pouvez écrire d’abord, puis vous connecter ou créer un compte.',
	needsConfirmation:
		'Un commentaire dont l’adresse n’est pas encore confirmée attend que vous ayez ouvert un lien que nous vous envoyons.',
	needsOwnConfirmation: (account) => [
		'Vos commentaires attendent que votre adresse e-mail soit confirmée\u00a0: ',
		account,
	],
	needsModerator: 'Les commentaires des personnes sans compte attendent la modération.',
	confirmHint:
		'Un commentaire a été écrit ici avec votre adresse e-mail. Ceci confirme que l’adresse est à vous. Si vous n’en avez pas écrit, fermez cette page\u00a0: rien ne se passe sans le bouton.',
	addressConfirmed: 'Votre adresse est confirmée',
	confirmed: {
		approved: 'Votre commentaire est publié.',
		waiting:
			'Votre commentaire attend la modération pour une autre raison. Il est à sa place dans le navigateur où vous l’avez écrit, avec la raison.',
		rejected: 'La modération a décidé de ne pas publier ce commentaire.',
	},
	confirmationUsedUp:
		'Il fonctionne une seule fois, pendant une semaine. Si vous l’avez déjà utilisé, votre adresse est confirmée\u202f; sinon, renvoyez le commentaire et vous en recevrez un nouveau.',
	toComment: 'Voir le commentaire',
	toStory: 'Voir l’article',
	yourComment: 'Votre commentaire',
	replyTo: (name) => ['Votre réponse à ', name],
	hint: (max) => `${number(max)} caractères au plus. Les *italiques* et les liens sont possibles.`,
	name: 'Nom',
	email: 'E-mail',
	neverPublished: 'Jamais publié.',
	leaveEmpty: 'Laissez ce champ vide',
	preview: 'Aperçu',
	previewTitle: 'Aperçu, pas encore publié',
	lookForNew: 'Chercher de nouveaux commentaires',
	post: 'Publier',
	signInAndPost: 'Se connecter et publier',
	cancelReply: 'Annuler la réponse',
	postingAs: (name) => ['Publié au nom de ', name],
	wordsKept: 'Votre texte sera ici à votre retour.',
	earlierBy: (name) => ['Commentaire précédent de ', name],
	removed: 'Ce commentaire a été retiré.',
	linked: 'Le commentaire du lien',
	edited: 'Modifié',
	deleted: 'Son auteur a supprimé ce commentaire.',
	edit: 'Modifier',
	editLeft: (time) => `encore ${time}`,
	deleteOwn: 'Supprimer',
	ownTitle: 'Votre commentaire',
	saveEdit: 'Enregistrer la modification',
	editOver: 'Il ne peut plus être modifié : c’est possible pendant 10 minutes.',
	deleteTitle: 'Supprimer le commentaire',
	deleteHint: (days: string) =>
		`Son texte et votre nom disparaissent tout de suite et pour toujours. À la place d’un commentaire public, une ligne le dit pendant ${days}, ou tant qu’il a des réponses, qui restent.`,
	staff: 'Rédaction',
	author: 'Auteur',
	picked: 'Choix de la rédaction',
	picks: (count, names) => [
		plural(count, {
			one: '# choix de la rédaction : ',
			many: '# de choix de la rédaction : ',
			other: '# choix de la rédaction : ',
		}),
		names,
	],
	newsroomReplies: (count, names) => [
		plural(count, {
			one: '# réponse de la rédaction : ',
			many: '# de réponses de la rédaction : ',
			other: '# réponses de la rédaction : ',
		}),
		names,
	],
	waiting: 'En attente de validation',
	waitingHint: 'Personne d’autre ne le voit tant que la rédaction ne l’a pas lu.',
	reply: 'Répondre',
	replyToWhom: (name) => [' à ', name],
	moderate: 'Modérer',
	moderateWhose: (name) => [' le commentaire de ', name],
	respect: 'Respect',
	respectWhom: (name) => [' pour le commentaire de ', name],
	respects: (count) =>
		plural(count, {
			one: 'Le respect de # lecteur',
			many: 'Le respect de # de lecteurs',
			other: 'Le respect de # lecteurs',
		}),
	number: (count) => number(count),
	inReplyTo: (name) => ['En réponse à ', name],
	replies: (count) => plural(count, { one: '# réponse', many: '# de réponses', other: '# réponses' }),
	sort: 'Ordre',
	sorts: {
		newest: 'les plus récents d’abord',
		oldest: 'les plus anciens d’abord',
		respected: 'les plus respectés d’abord',
	},
	view: 'Réponses',
	views: { threads: 'sous leur commentaire', collapsed: 'repliées', flat: 'en une seule liste' },
	size: 'Par page',
	sizes: (count) => number(count),
	showOrder: 'Afficher',
	pages: 'Pages de commentaires',
})
