import type { ContributionsMessages } from '../en/contributions'

export const contributions = (): ContributionsMessages => ({
	title: 'Vos commentaires, votes et données',
	commentsHint: 'Chacun avec son état, ses réponses et la raison s’il n’est pas publié',
	myVotes: 'Mes votes',
	votesHint: 'Humeurs, étoiles, marques de respect et articles gardés, que vous pouvez retirer',
	ofBrowser: 'Sans compte, un cookie les rattache à votre navigateur.',
	withAccount: 'Se connecter pour les avoir sur tous vos appareils',
	newest: 'Les plus récents',
	older: 'Plus anciens',
	deleted: 'Supprimé',
	deletedHint: 'Vous l’avez supprimé\u202f; son texte n’existe plus.',
	storyAway: 'Un article qui n’est pas sur le site en ce moment',
	noVotes: 'Vous n’avez encore ni voté, ni marqué de respect, ni gardé d’article.',
	mood: (mood) => `Humeur\u00a0: ${mood}`,
	respectFor: (name) => ['Respect pour un commentaire de ', name],
	respectRemoved: 'Respect pour un commentaire qui a été retiré',
	takeBack: 'Retirer',
	takeBackOf: (what, story) => `Retirer\u00a0: ${what}, «\u00a0${story}\u00a0»`,
	takenBack: 'Retiré.',
})
