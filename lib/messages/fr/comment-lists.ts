import type { CommentListsMessages } from '../en/comment-lists'
import type { Format } from '../format'

export const commentLists = ({ number }: Format<'fr'>): CommentListsMessages => ({
	titles: { latest: 'Derniers commentaires', respected: 'Commentaires les plus respectés' },
	descriptions: {
		latest: 'Ce que disent les lecteurs de tous les articles, du plus récent au plus ancien.',
		respected: 'Ce que disent les lecteurs de tous les articles, selon le respect des autres lecteurs.',
	},
	lists: 'Listes de commentaires',
	latestRule: 'Les commentaires de tous les articles, du plus récent au plus ancien.',
	respectedRule: (days, readers, most) =>
		`Les commentaires des ${number(days)} derniers jours qui ont le respect d’au moins ${number(readers)} lecteurs, selon le nombre de ces lecteurs\u00a0: jusqu’à ${number(most)} commentaires.`,
	empty: {
		latest: 'Aucun commentaire pour l’instant. Ils paraîtront ici quand les lecteurs écriront.',
		respected:
			'Aucun commentaire n’a encore assez de respect. La liste se remplit quand les lecteurs en donnent.',
	},
	on: (headline) => ['À propos de ', headline],
	readOn: 'Lire la suite\u00a0:',
	first: { latest: 'Les plus récents', respected: 'Les plus respectés' },
	next: { latest: 'Commentaires plus anciens', respected: 'Autres commentaires' },
	entryTitle: (name, headline) => `${name} à propos de «\u00a0${headline}\u00a0»`,
})
