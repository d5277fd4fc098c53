import type { StoredDataMessages } from '../en/stored-data'
import type { Format } from '../format'

export const storedData = ({ plural }: Format<'pt'>): StoredDataMessages => ({
	title: 'O que este site guarda',
	description: (siteName) =>
		`O que ${siteName} guarda sobre os seus leitores, porquê e durante quanto tempo.`,
	lead: 'O programa escreve esta página a partir das definições e dos limites com que funciona. As palavras da própria redação sobre privacidade, se as publicou, estão na sua página.',
	own: 'A redação sobre privacidade',
	data: 'Dados guardados',
	what: 'O quê',
	why: 'Porquê',
	time: 'Quanto tempo',
	kinds: {
		votes: {
			what: 'Humores, estrelas, lista de leitura, pessoas que ignora e até quando leu os seus avisos, com um número aleatório que está também num cookie do seu navegador, ou com a sua conta',
			why: 'Para que cada leitor conte uma vez e possa mudar o voto',
		},
		comments: {
			what: 'Comentários com o nome, e dos convidados o endereço de e-mail, que só a redação vê',
			why: 'Para que os comentários se leiam e a redação possa escrever aos autores',
		},
		unconfirmed: {
			what: 'Comentários que esperam que o autor confirme o endereço de e-mail por uma ligação enviada',
			why: 'Para que apareçam depois da confirmação, ou aprovados pela moderação',
		},
		restrictions: {
			what: 'Exclusões de autores de comentários com os seus motivos, e notas da moderação sobre um autor',
			why: 'Para que as regras dos comentários sejam cumpridas',
		},
		keptRestrictions: {
			what: 'Exclusões de contas apagadas com os seus motivos, e o endereço confirmado como resumo com chave secreta, que não se pode ler',
			why: 'Para que apagar a conta não acabe com a exclusão: uma conta nova com o mesmo endereço mantém-na',
		},
		drafts: {
			what: 'Um comentário escrito antes de iniciar sessão',
			why: 'Para que esteja lá depois de iniciar sessão',
		},
		replyMails: {
			what: 'Endereços de e-mail de autores de comentários que querem e-mails sobre respostas, com esses comentários',
			why: 'Para que estes e-mails só vão para endereços confirmados, e acabem quando o disser',
		},
		replyNotices: {
			what: 'Que uma resposta foi enviada a um endereço',
			why: 'Para que cada resposta seja enviada uma só vez',
		},
		reports: {
			what: 'Denúncias de comentários, reclamações, e o nome e o endereço que contêm',
			why: 'Para que uma pessoa possa decidir e responder',
		},
		decisions: {
			what: 'Decisões sobre comentários com as suas razões, sem as pessoas que denunciaram',
			why: 'Para que os autores as possam ler e para que possam ser contadas',
		},
		messages: {
			what: 'Mensagens sobre acessibilidade, com o endereço de e-mail se foi dado',
			why: 'Para que a redação possa responder',
		},
		accounts: {
			what: 'Contas: nome e nomes anteriores, endereço de e-mail, a palavra-passe como resumo irreversível, chaves de acesso e aplicações de autenticação, e números das contas de outros serviços com que inicia sessão',
			why: 'Para que possa iniciar sessão',
		},
		sessions: {
			what: 'Sessões: uma senha aleatória, e o navegador e o sistema por palavras',
			why: 'Para que a sua sessão continue e possa terminar outras',
		},
		links: {
			what: 'Convites, e ligações que iniciam sessão, definem uma palavra-passe ou confirmam um endereço, com o endereço de e-mail',
			why: 'Para que uma ligação funcione uma vez',
		},
		staff: {
			what: 'O trabalho da redação: versões, notas, decisões e um registo das ações',
			why: 'Para que uma redação possa dizer quem mudou o quê',
		},
		networks: {
			what: 'O seu endereço de rede, só na memória e como resumo com chave, nunca em disco',
			why: 'Para que programas não possam votar, comentar ou adivinhar palavras-passe sem limite',
		},
	},
	forGood: 'Até que você ou a redação os apague',
	forever: 'Enquanto o site existir',
	untilAccount: 'Até a conta ser apagada',
	day: 'No máximo um dia',
	days: (count) => plural(count, { one: '# dia', many: '# de dias', other: '# dias' }),
	afterDecision: (count) =>
		plural(count, {
			one: '# dia depois da decisão',
			many: '# de dias depois da decisão',
			other: '# dias depois da decisão',
		}),
	afterHandling: (count) =>
		plural(count, {
			one: '# dia depois da resposta',
			many: '# de dias depois da resposta',
			other: '# dias depois da resposta',
		}),
	minutes: (count) => plural(count, { one: '# minuto', many: '# de minutos', other: '# minutos' }),
	cookies: 'Cookies',
	cookie: 'Cookie',
	cookieKinds: {
		reader: 'Um número aleatório assinado, posto pelo primeiro voto, comentário ou artigo guardado',
		session: 'A senha de uma sessão',
		known: 'Posto por um início de sessão: distingue-o das tentativas de estranhos',
		secondStep: 'O primeiro de dois passos de um início de sessão',
		provider:
			'Um início de sessão a que o serviço escolhido ainda não respondeu, cifrado, com a página de regresso',
		connect: 'Uma conta de outro serviço que espera ser ligada, cifrada',
		codes: 'Novos códigos de recuperação, cifrados, até serem mostrados',
		recentWrite: 'Posto por um voto ou comentário, para que a página seguinte o mostre',
		islands: 'Se os scripts funcionam; não contém nenhum número',
		appearance: 'Tema e tamanho do texto',
		thread: 'A ordem dos comentários que escolheu',
		signedOut: 'Diz aos scripts da página seguinte que uma conta terminou a sessão; eles apagam-no',
		ads: 'Os anúncios que fechou',
	},
	seconds: 'Alguns segundos',
	mails: 'Mensagens',
	mailsOff: 'Este site não envia mensagens.',
	mailKinds: [
		'Convites, e ligações que iniciam sessão, definem uma palavra-passe ou confirmam um endereço',
		'Recibos de denúncias, decisões sobre comentários com as suas razões e respostas a reclamações',
		'Respostas ao seu comentário, se as pediu e confirmou o endereço',
	],
	others: 'Outras partes',
	noTracking: 'As páginas não carregam nada de outros sites: nem contador, nem tipo de letra, nem anúncio.',
	sources:
		'As ligações para fontes e nos comentários levam a outros sites, que só sabem que veio daqui se as seguir.',
	provider: (name) =>
		`Se escolher iniciar sessão com ${name}, ${name} fica a saber e comunica a este site o seu nome, o endereço de e-mail e o número da conta. Este site não guarda acesso a essa conta.`,
	hub: (host) =>
		`Quando sai um artigo, o site comunica o seu endereço a ${host}. Nada é enviado sobre os leitores.`,
	indexNow:
		'Quando sai um artigo, o site comunica o seu endereço aos motores de pesquisa por IndexNow. Nada é enviado sobre os leitores.',
	noPings: 'O site não comunica os seus artigos a mais ninguém.',
	mailServer: 'As mensagens passam pelo servidor de correio do editor.',
	rights: 'Os seus direitos',
	rightsText:
		'Com uma conta, pode ver, descarregar e apagar tudo; sem conta, ver e retirar o que o seu navegador disse e votou. Para o resto, peça à redação.',
})
