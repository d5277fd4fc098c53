import type { ListsMessages } from '../en/lists'
import type { Format } from '../format'

export const lists = ({ number, decimal, plural }: Format<'pt'>): ListsMessages => ({
	archive: 'Arquivo',
	archiveDescription: 'Todos os artigos por ano, mês e dia.',
	stories: (count) => plural(count, { one: '# artigo', many: '# de artigos', other: '# artigos' }),
	since: (stories, year) => `${stories} desde ${year}, pela data de publicação.`,
	noStories: 'O primeiro artigo ainda está a ser escrito.',
	publishedIn: (period) => `Artigos pela data de publicação: ${period}.`,
	emptyPeriod: (period) => `Nenhum artigo foi publicado neste período: ${period}.`,
	emptyDay: (day) => `Nenhum artigo foi publicado neste dia: ${day}.`,
	daysOf: (month) => `Dias do mês: ${month}`,
	earlier: (period) => `Antes: ${period}`,
	later: (period) => `Depois: ${period}`,
	earlierAndLater: 'Antes e depois',
	allLists: 'Listas de artigos',
	byDate: 'Por data',
	bySubject: 'Por assunto',
	byAuthor: 'Por autor',
	byReaders: 'Segundo os leitores',
	subjects: 'Assuntos',
	subjectsLead: 'Os assuntos dos nossos artigos, por nome.',
	noSubjects: 'Nenhum artigo tem ainda um assunto.',
	authors: 'Autores',
	authorsLead: 'Todas as pessoas que escreveram aqui, por nome.',
	noAuthors: 'Nenhum artigo tem ainda um autor.',
	series: 'Séries',
	seriesLead: 'Artigos publicados em partes, primeiro a série com a parte mais recente.',
	noSeries: 'Ainda nenhum artigo foi publicado em partes.',
	seriesInOrder: (name) => `A série «${name}» por ordem.`,
	partsUntil: (parts, day) =>
		plural(parts, {
			one: `# parte, em ${day}`,
			many: `# de partes, a última em ${day}`,
			other: `# partes, a última em ${day}`,
		}),
	part: (part, last) => `Parte ${number(part)} de ${number(last)}`,
	afterName: (place) => `: ${place}`,
	partBefore: (part) => `Antes, parte ${number(part)}: `,
	partAfter: (part) => `A seguir, parte ${number(part)}: `,
	pagesOf: (title) => `Páginas da lista: ${title}`,
	related: 'Artigos relacionados',
	readers: 'O que dizem os leitores',
	readersLead: 'Artigos segundo os comentários, as estrelas e os estados de espírito dos leitores.',
	readerLists: 'Listas segundo os leitores',
	titles: {
		discussed: 'Os mais comentados da semana',
		rated: 'Os mais bem avaliados do mês',
		happy: 'Os que mais alegraram esta semana',
		sad: 'Os que mais entristeceram esta semana',
		excited: 'Os que mais entusiasmaram esta semana',
		sleepy: 'Os que mais deram sono esta semana',
		angry: 'Os que mais irritaram esta semana',
		surprise: 'Os que mais surpreenderam esta semana',
	},
	moodRule: (mood, days, votes) =>
		`Artigos pela percentagem de «${mood}» entre os votos dos últimos ${number(days)} dias, a partir de ${number(votes)} votos e acima da percentagem de todos os artigos juntos. Poucos votos podem ser acaso; por isso a ordem é a da percentagem que um artigo tem no mínimo, com 95 % de confiança (limite inferior do intervalo de Wilson).`,
	discussedRule: (days, comments) =>
		`Artigos pelo número de comentários dos últimos ${number(days)} dias, a partir de ${number(comments)} comentários.`,
	ratedRule: (days, ratings, further) =>
		`Artigos dos últimos ${number(days)} dias pelas suas estrelas, a partir de ${number(ratings)} avaliações. Poucas avaliações podem ser acaso; por isso, para a ordem, cada artigo recebe mais ${number(further)} avaliações com a média de todas (média bayesiana). A média mostrada é só a dos seus leitores.`,
	tooFewComments:
		'Nenhum artigo tem ainda comentários suficientes. A lista enche-se à medida que os leitores escrevem.',
	tooFewRatings:
		'Nenhum artigo tem ainda avaliações suficientes. A lista enche-se à medida que os leitores avaliam.',
	tooFewVotes: 'Nenhum artigo tem ainda votos suficientes. A lista enche-se à medida que os leitores votam.',
	averageOf: (average, ratings) =>
		plural(ratings, {
			one: `${decimal(average)} em 5 de # avaliação`,
			many: `${decimal(average)} em 5 de # de avaliações`,
			other: `${decimal(average)} em 5 de # avaliações`,
		}),
	counted: (at, minutes) => [
		'Contado em ',
		at,
		plural(minutes, {
			one: '; contado de novo a cada minuto.',
			many: '; contado de novo a cada # de minutos.',
			other: '; contado de novo a cada # minutos.',
		}),
	],
	perhaps: 'Talvez um destes',
	searchStories: 'Pesquisar nos nossos artigos',
	sectionsAndArchive: 'Secções e arquivo',
})
