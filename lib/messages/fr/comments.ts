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
	yourComment: 'Votre commentaire',
	replyTo: (name) => ['Votre réponse à ', name],
	hint: (max) => `${number(max)} caractères au plus. Les *italiques* et les liens sont possibles.`,
	name: 'Nom',
	email: 'E-mail',
	neverPublished: 'Jamais publié.',
	leaveEmpty: 'Laissez ce champ vide',
	post: 'Publier',
	signInAndPost: 'Se connecter et publier',
	cancelReply: 'Annuler la réponse',
	postingAs: (name) => ['Publié au nom de ', name],
	wordsKept: 'Votre texte sera ici à votre retour.',
	earlierBy: (name) => ['Commentaire précédent de ', name],
	removed: 'Ce commentaire a été retiré.',
	linked: 'Le commentaire du lien',
	staff: 'Rédaction',
	waiting: 'En attente de validation',
	waitingHint: 'Personne d’autre ne le voit tant que la rédaction ne l’a pas lu.',
	reply: 'Répondre',
	replyToWhom: (name) => [' à ', name],
	moderate: 'Modérer',
	moderateWhose: (name) => [' le commentaire de ', name],
	pages: 'Pages de commentaires',
})
