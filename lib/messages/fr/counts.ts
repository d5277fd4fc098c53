import type { CountsMessages } from '../en/counts'
import type { Format } from '../format'

export const counts = ({ number, plural }: Format<'fr'>): CountsMessages => ({
	link: 'Comment ces votes sont comptés',
	title: 'Comment les votes sont comptés',
	titleOf: (headline) => `Votes sur «\u00a0${headline}\u00a0»`,
	lead: 'Les humeurs et les notes de cet article dans le temps, ce qui a été écarté, et pourquoi.',
	few: (min) =>
		`L’article a moins de ${number(min)} votes pour l’instant. Leur liste dans le temps pourrait révéler un seul lecteur.`,
	byTime: 'Les votes dans le temps',
	moodsOverTime: 'Les humeurs dans le temps',
	asTable: 'Tous les décomptes en tableau',
	download: 'Télécharger en CSV',
	setAside: 'Écartés',
	period: 'Moment',
	moodVotes: 'Humeurs comptées',
	ratings: 'Notes comptées',
	countedLater: 'Dont écartés d’abord',
	waiting: 'Écartés, en attente',
	discarded: 'Rejetés',
	sum: 'Tous',
	votes: (count) => number(count),
	rules: 'Les règles',
	oneVote: 'Un lecteur a une humeur et une note par article, et peut les changer ou les retirer.',
	network: (newReaders, known) =>
		`Les lecteurs d’un bureau, d’une école ou d’un réseau mobile partagent une adresse. De chaque réseau, ${number(newReaders)} nouveaux lecteurs et ${number(known)} lecteurs connus comptent aussitôt, par article et par jour. Les votes suivants sont écartés\u00a0: enregistrés, mais pas comptés.`,
	back: (wait) =>
		`Un vote écarté compte quand son lecteur revient après ${wait}, ou quand la rédaction le libère. La rédaction peut rejeter des votes qu’aucun lecteur n’a donnés.`,
	noAddress: 'L’adresse d’un réseau n’est jamais enregistrée.',
	joined: (min) =>
		`Les moments de moins de ${number(min)} votes sont réunis, pour qu’aucun décompte ne révèle un seul lecteur.`,
	decisions: 'Décisions de la rédaction',
	released: (count) =>
		plural(count, {
			one: '# vote écarté a été compté.',
			many: '# de votes écartés ont été comptés.',
			other: '# votes écartés ont été comptés.',
		}),
	wereDiscarded: (count) =>
		plural(count, {
			one: '# vote a été rejeté.',
			many: '# de votes ont été rejetés.',
			other: '# votes ont été rejetés.',
		}),
	edition: 'L’édition des humeurs',
	editionLead:
		'Ce que les lecteurs ont ressenti, semaine par semaine\u00a0: les humeurs de tous les articles, par rubrique et par article.',
	weekOf: (day) => `Semaine du ${day}`,
	weeks: 'Semaines',
	noVotes: 'Aucune humeur n’a été donnée cette semaine.',
	story: 'Article',
	otherStories: 'Autres articles',
	noSection: 'Plus sur le site',
	editionRule: (min, max) =>
		`Une rubrique nomme ses ${number(max)} articles les plus votés, à partir de ${number(min)} votes\u00a0; les votes sur les autres sont réunis en une ligne. Un lecteur qui change d’humeur compte dans la semaine du changement. Les votes écartés ne sont pas dans les humeurs.`,
	asJson: 'Télécharger en JSON',
	previousWeek: 'La semaine précédente',
	nextWeek: 'La semaine suivante',
	undone: (at) => ['Annulée le ', at, '.'],
})
