import type { CountsMessages } from '../en/counts'
import type { Format } from '../format'

export const counts = ({ number, plural }: Format<'pt'>): CountsMessages => ({
	link: 'Como estes votos são contados',
	title: 'Como os votos são contados',
	titleOf: (headline) => `Votos em «${headline}»`,
	lead: 'Os humores e as avaliações deste artigo ao longo do tempo, o que foi posto de lado e porquê.',
	few: (min) =>
		`O artigo tem menos de ${number(min)} votos até agora. Uma lista no tempo poderia revelar um só leitor.`,
	byTime: 'Os votos ao longo do tempo',
	moodsOverTime: 'Os humores ao longo do tempo',
	asTable: 'Todas as contagens em tabela',
	download: 'Descarregar em CSV',
	setAside: 'Postos de lado',
	period: 'Momento',
	moodVotes: 'Humores contados',
	ratings: 'Avaliações contadas',
	countedLater: 'Destes, antes postos de lado',
	waiting: 'Postos de lado, à espera',
	discarded: 'Rejeitados',
	sum: 'Todos',
	votes: (count) => number(count),
	rules: 'As regras',
	oneVote: 'Um leitor tem um humor e uma avaliação por artigo, e pode mudá-los ou retirá-los.',
	network: (newReaders, known) =>
		`Os leitores de um escritório, de uma escola ou de uma rede móvel partilham um endereço. De cada rede, ${number(newReaders)} leitores novos e ${number(known)} conhecidos contam logo, por artigo e por dia. Os outros votos são postos de lado: guardados, mas não contados.`,
	back: (wait) =>
		`Um voto posto de lado conta quando o seu leitor volta depois de ${wait}, ou quando a redação o liberta. A redação pode rejeitar votos que nenhum leitor deu.`,
	noAddress: 'O endereço de uma rede nunca é guardado.',
	joined: (min) =>
		`Os momentos com menos de ${number(min)} votos são reunidos, para que nenhuma contagem revele um só leitor.`,
	decisions: 'Decisões da redação',
	released: (count) =>
		plural(count, {
			one: '# voto posto de lado foi contado.',
			many: '# de votos postos de lado foram contados.',
			other: '# votos postos de lado foram contados.',
		}),
	wereDiscarded: (count) =>
		plural(count, {
			one: '# voto foi rejeitado.',
			many: '# de votos foram rejeitados.',
			other: '# votos foram rejeitados.',
		}),
	edition: 'A edição dos humores',
	editionLead:
		'O que os leitores sentiram, semana a semana: os humores de todos os artigos, por secção e por artigo.',
	weekOf: (day) => `Semana de ${day}`,
	weeks: 'Semanas',
	noVotes: 'Não foram dados humores nesta semana.',
	story: 'Artigo',
	otherStories: 'Outros artigos',
	noSection: 'Já não está no site',
	editionRule: (min, max) =>
		`Uma secção nomeia os seus ${number(max)} artigos mais votados, a partir de ${number(min)} votos; os votos nos outros estão numa só linha. Um leitor que muda de humor conta na semana da mudança. Os votos postos de lado não estão nos humores.`,
	asJson: 'Descarregar em JSON',
	previousWeek: 'A semana anterior',
	nextWeek: 'A semana seguinte',
	undone: (at) => ['Anulada em ', at, '.'],
})
