import type { SearchMessages } from '../en/search'
import type { Format } from '../format'

const NARROW = 'Un mot de plus, une rubrique ou une date réduit la liste.'

export const search = ({ plural }: Format<'fr'>): SearchMessages => ({
	title: 'Recherche',
	titleOf: (typed) => `${typed} – Recherche`,
	description: 'Trouvez des articles par leurs mots, auteurs, rubriques et dates.',
	searchOf: (site) => `Rechercher dans les articles de ${site}`,
	wordsInStory: 'Mots d’un article',
	submit: 'Rechercher',
	filters: 'Rubrique, auteur et date',
	section: 'Rubrique',
	allSections: 'Toutes les rubriques',
	author: 'Auteur',
	from: 'Du',
	to: 'Au',
	tips: 'Chaque mot doit figurer dans l’article\u00a0: titre, texte, légende ou nom de l’auteur. Les «\u00a0guillemets\u00a0» gardent les mots ensemble, et un signe moins exclut un mot\u00a0: pont −péage.',
	keyTip: 'La touche / ouvre la recherche sur toutes les pages.',
	newestFirst: (count) =>
		plural(count, {
			one: '# article, du plus récent au plus ancien',
			many: '# d’articles, du plus récent au plus ancien',
			other: '# articles, du plus récent au plus ancien',
		}),
	bestFirst: (count) =>
		plural(count, {
			one: '# article, du plus au moins pertinent',
			many: '# d’articles, du plus au moins pertinent',
			other: '# articles, du plus au moins pertinent',
		}),
	newestOfMore: (count) =>
		plural(count, {
			one: `L’article le plus récent (#) avec ces mots. ${NARROW}`,
			many: `Les # d’articles les plus récents avec ces mots. ${NARROW}`,
			other: `Les # articles les plus récents avec ces mots. ${NARROW}`,
		}),
	bestOfMore: (count) =>
		plural(count, {
			one: `L’article le plus pertinent (#) parmi d’autres. ${NARROW}`,
			many: `Les # d’articles les plus pertinents parmi d’autres. ${NARROW}`,
			other: `Les # articles les plus pertinents parmi d’autres. ${NARROW}`,
		}),
	pages: 'Pages de résultats',
	firstPage: 'Première page',
	quoted: (typed) => `«\u00a0${typed}\u00a0»`,
	noStory: (quoted) => ['Aucun article ne contient ', quoted, '.'],
	noStoryFiltered: (quoted) => [
		'Aucun article ne contient ',
		quoted,
		' avec cette rubrique, cet auteur et cette date.',
	],
	didYouMean: (suggestion) => ['Vouliez-vous dire ', suggestion, '\u202f?'],
	searchAll: 'Chercher dans toutes les rubriques, chez tous les auteurs et à toutes les dates',
	foundAlone: (words) => ['Mots trouvés seuls\u00a0: ', words],
	latest: 'Les derniers articles',
})
