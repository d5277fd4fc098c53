import type { SearchMessages } from '../en/search'
import type { Format } from '../format'

const NARROW = 'Mais uma palavra, uma secção ou uma data reduz a lista.'

export const search = ({ plural }: Format<'pt'>): SearchMessages => ({
	title: 'Pesquisa',
	titleOf: (typed) => `${typed} – Pesquisa`,
	description: 'Encontre artigos pelas palavras, autores, secções e datas.',
	searchOf: (site) => `Pesquisar nos artigos de ${site}`,
	wordsInStory: 'Palavras de um artigo',
	submit: 'Pesquisar',
	filters: 'Secção, autor e data',
	section: 'Secção',
	allSections: 'Todas as secções',
	author: 'Autor',
	from: 'De',
	to: 'Até',
	tips: 'Cada palavra tem de estar no artigo: título, texto, legenda ou nome do autor. As «aspas» mantêm palavras juntas e um sinal de menos exclui uma palavra: ponte −portagem.',
	keyTip: 'A tecla / abre a pesquisa em todas as páginas.',
	newestFirst: (count) =>
		plural(count, {
			one: '# artigo, do mais recente para o mais antigo',
			many: '# de artigos, do mais recente para o mais antigo',
			other: '# artigos, do mais recente para o mais antigo',
		}),
	bestFirst: (count) =>
		plural(count, {
			one: '# artigo, por relevância',
			many: '# de artigos, por relevância',
			other: '# artigos, por relevância',
		}),
	newestOfMore: (count) =>
		plural(count, {
			one: `O artigo mais recente (#) com estas palavras. ${NARROW}`,
			many: `Os # de artigos mais recentes com estas palavras. ${NARROW}`,
			other: `Os # artigos mais recentes com estas palavras. ${NARROW}`,
		}),
	bestOfMore: (count) =>
		plural(count, {
			one: `O artigo mais relevante (#) entre outros. ${NARROW}`,
			many: `Os # de artigos mais relevantes entre outros. ${NARROW}`,
			other: `Os # artigos mais relevantes entre outros. ${NARROW}`,
		}),
	pages: 'Páginas de resultados',
	firstPage: 'Primeira página',
	quoted: (typed) => `«${typed}»`,
	noStory: (quoted) => ['Nenhum artigo contém ', quoted, '.'],
	noStoryFiltered: (quoted) => ['Nenhum artigo contém ', quoted, ' com esta secção, este autor e esta data.'],
	didYouMean: (suggestion) => ['Quis dizer ', suggestion, '?'],
	searchAll: 'Pesquisar em todas as secções, autores e datas',
	foundAlone: (words) => ['Encontradas isoladas: ', words],
	latest: 'Os artigos mais recentes',
})
