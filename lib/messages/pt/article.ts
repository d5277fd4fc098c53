import type { ArticleMessages } from '../en/article'
import type { Format } from '../format'

export function article({ number, percent, plural }: Format<'pt'>): ArticleMessages {
	const minutes = (count: number) =>
		plural(count, { one: '# minuto', many: '# de minutos', other: '# minutos' })
	const seconds = (count: number) =>
		plural(count, { one: '# segundo', many: '# de segundos', other: '# segundos' })
	return {
		updated: (at) => ['Atualizado em ', at],
		by: (names) => ['Por ', names],
		readTime: 'Tempo de leitura:',
		classicReadTime: (min, sec) =>
			[min > 0 && minutes(min), (sec > 0 || min === 0) && seconds(sec)].filter(Boolean).join(' e '),
		minutes,
		underAMinute: 'menos de um minuto',
		minRead: (min) => `${number(min)} min de leitura`,
		moreStories: 'Mais artigos',
		previous: 'Artigo anterior',
		next: 'Artigo seguinte',
		noteToReaders: 'Nota aos leitores',
		corrections: 'Correções',
		correctionKinds: { correction: 'Correção', clarification: 'Esclarecimento', update: 'Atualização' },
		correctionHead: (kind, at) => [kind, ', ', at],
		changedTimes: (count) =>
			plural(count, { one: 'Alterado uma vez', many: 'Alterado # de vezes', other: 'Alterado # vezes' }),
		publishedOn: (date) => `Publicado em ${date}`,
		changedSince: (link) => [link, ' desde a primeira publicação'],
		share: 'Partilhar este artigo',
		sendByMail: 'Enviar por e-mail',
		followUs: 'Siga-nos',
		tags: 'Temas',
		nothingHere: 'Ainda não foi publicado nada aqui.',
		pagesOfStories: 'Páginas de artigos',
		storiesAbout: 'Artigos sobre o tema',
		storiesAboutTag: (name) => `Artigos sobre o tema «${name}».`,
		commentsOn: (headline) => `Comentários a «${headline}»`,
		firstStory: 'O primeiro artigo ainda está a ser escrito. Volte em breve.',
		latest: 'Últimas notícias',
		feltNow: 'O que os leitores sentem agora',
		mostDiscussed: 'Os mais comentados',
		shareOfVotes: (share, votes) => `${percent(share)} de ${number(votes)} votos`,
		feltRule: (days, votes) =>
			`Para cada estado de espírito, o artigo em que a sua parte é maior, segundo os votos dos últimos ${number(days)} dias em artigos com pelo menos ${number(votes)}. Os artigos mostrados acima não se repetem.`,
		discussedRule: (days, comments) =>
			`Os artigos com mais comentários nos últimos ${number(days)} dias, no mínimo ${number(comments)}. Os artigos mostrados acima não se repetem.`,
		alsoIn: (languages) => ['Também em: ', languages],
		lastChanged: (at) => ['Última alteração: ', at],
	}
}
