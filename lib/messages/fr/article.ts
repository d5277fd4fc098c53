import type { ArticleMessages } from '../en/article'
import type { Format } from '../format'

export function article({ number, percent, plural }: Format<'fr'>): ArticleMessages {
	const minutes = (count: number) =>
		plural(count, { one: '# minute', many: '# de minutes', other: '# minutes' })
	const seconds = (count: number) =>
		plural(count, { one: '# seconde', many: '# de secondes', other: '# secondes' })
	return {
		updated: (at) => ['Mis à jour le ', at],
		by: (names) => ['Par ', names],
		readTime: 'Temps de lecture\u00a0:',
		classicReadTime: (min, sec) =>
			[min > 0 && minutes(min), (sec > 0 || min === 0) && seconds(sec)].filter(Boolean).join(' '),
		minutes,
		underAMinute: 'moins d’une minute',
		minRead: (min) => `${number(min)}\u00a0min de lecture`,
		moreStories: 'Autres articles',
		previous: 'Article précédent',
		next: 'Article suivant',
		noteToReaders: 'Note aux lecteurs',
		corrections: 'Rectificatifs',
		correctionKinds: { correction: 'Rectificatif', clarification: 'Précision', update: 'Mise à jour' },
		correctionHead: (kind, at) => [kind, ', ', at],
		changedTimes: (count) =>
			plural(count, { one: 'Modifié une fois', many: 'Modifié # de fois', other: 'Modifié # fois' }),
		publishedOn: (date) => `Publié le ${date}`,
		changedSince: (link) => [link, ' depuis sa première publication'],
		share: 'Partager cet article',
		sendByMail: 'Envoyer par e-mail',
		followUs: 'Nous suivre',
		tags: 'Mots-clés',
		nothingHere: 'Rien n’a encore été publié ici.',
		pagesOfStories: 'Pages d’articles',
		storiesAbout: 'Articles sur le thème',
		storiesAboutTag: (name) => `Articles sur le thème «\u00a0${name}\u00a0».`,
		commentsOn: (headline) => `Commentaires sur «\u00a0${headline}\u00a0»`,
		firstStory: 'Le premier article est en cours de rédaction. Revenez bientôt.',
		latest: 'À la une',
		feltNow: 'Ce que ressentent les lecteurs',
		mostDiscussed: 'Les plus commentés',
		shareOfVotes: (share, votes) => `${percent(share)} des ${number(votes)} votes`,
		feltRule: (days, votes) =>
			`Pour chaque humeur, l’article où sa part est la plus grande, d’après les votes des ${number(days)} derniers jours sur les articles qui en ont reçu au moins ${number(votes)}. Les articles affichés plus haut ne sont pas repris.`,
		discussedRule: (days, comments) =>
			`Les articles les plus commentés des ${number(days)} derniers jours, à partir de ${number(comments)} commentaires. Les articles affichés plus haut ne sont pas repris.`,
		alsoIn: (languages) => ['Aussi en\u00a0: ', languages],
		lastChanged: (at) => ['Dernière modification\u00a0: ', at],
	}
}
