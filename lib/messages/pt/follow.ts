import type { FollowMessages } from '../en/follow'

export const follow = (): FollowMessages => ({
	title: 'Siga-nos',
	description: (siteName) =>
		`Como ler ${siteName} sem uma plataforma pelo meio: feeds de secções, autores e temas.`,
	lead: (siteName) => [
		'Para ler ',
		siteName,
		' não precisa de conta, nem de uma rede pelo meio que decida que artigos vê.',
	],
	allStories: 'Todos os artigos, num leitor de feeds',
	explained:
		'Um feed é a lista dos nossos artigos mais recentes, com os textos completos, feita para um programa seu: um leitor de feeds. Ele mostra os artigos novos de todos os sites que segue, pela ordem em que aparecem. Não ficamos a saber quem nos segue, e para sair basta apagar uma linha.',
	chooseReader:
		'Escolha um leitor de feeds. São gratuitos o NetNewsWire para dispositivos Apple, o Feeder para Android e o Thunderbird para qualquer computador.',
	copyAddress: 'Copie este endereço e cole-o onde o leitor pede um feed ou um site:',
	formats: (formats) => [
		'O mesmo em três formatos, dos quais o seu leitor precisa de um: ',
		formats,
		'. Um navegador pode mostrar um feed como código ou propor guardá-lo; só o endereço interessa.',
	],
	oneSection: 'Uma secção',
	oneAuthor: 'Um autor',
	oneSubject: 'Um tema',
	oneSeries: 'Uma série',
	everythingElse: 'Tudo o resto',
	others: (ending) => [
		'Cada autor, cada tema e cada série tem um feed, mesmo os que não estão nesta lista, e também os comentários de cada artigo: acrescente ',
		ending,
		' ao endereço da sua página.',
	],
	feed: 'Feed',
	feedOf: (name) => `Feed: ${name}`,
	storiesFrom: (siteName) => `Artigos de ${siteName}`,
	storiesOf: (siteName, name) => `Artigos de ${siteName}: ${name}`,
	threadDescription: (headline) => `O que os leitores dizem de «${headline}».`,
	staffName: (name) => `${name} (redação)`,
	commentBy: (name) => `Comentário de ${name}`,
	replyBy: (name) => `Resposta de ${name}`,
	replyByTo: (name, answered) => `Resposta de ${name} a ${answered}`,
	correctionOn: (kind, day) => `${kind}, ${day}:`,
	correctionOf: (kind, headline) => `${kind}: ${headline}`,
	correctionsDescription: 'O que corrigimos, esclarecemos ou acrescentámos depois da publicação.',
	correctionsLead:
		'O que corrigimos, esclarecemos ou acrescentámos depois da publicação, do mais recente para o mais antigo. Nenhuma entrada é alterada ou retirada.',
	noCorrections: 'Ainda não foi corrigido nada.',
	storyGone: 'O artigo já não está no site.',
	withdrawn: '(retirado)',
	correctionsPages: 'Páginas de correções',
})
