import type { ProvidersMessages } from '../en/providers'

export const providers = (): ProvidersMessages => ({
	continueWith: (provider) => `Continuar com ${provider}`,
	firstTime:
		'Da primeira vez, isto cria aqui uma conta de leitura. É você quem escolhe o nome que aparece por cima dos seus comentários; o endereço de e-mail nunca é publicado.',
	signInToConnect: (provider) =>
		`O endereço de e-mail da sua conta ${provider} já tem uma conta aqui. Inicie sessão como antes; depois pode ligar-lhe ${provider}.`,
	problems: {
		denied: (provider) =>
			`${provider} não teve autorização para iniciar a sua sessão aqui. Nada mudou. Pode tentar de novo ou entrar de outra forma.`,
		expired: (provider) =>
			`O início de sessão com ${provider} demorou demasiado, já foi usado ou não começou neste navegador. Por favor, comece de novo.`,
		unavailable: (provider) =>
			`${provider} não respondeu como devia. Tente de novo daqui a uns minutos ou entre de outra forma.`,
		'no-address': (provider) =>
			`A sua conta ${provider} não tem um endereço de e-mail verificado por ${provider}, pelo que não foi possível criar uma conta aqui. Verifique um endereço lá ou crie aqui uma conta com palavra-passe.`,
		closed: (provider) =>
			`A conta em que ${provider} inicia a sua sessão está fechada. Escreva à redação se acha que é um engano.`,
		elsewhere: (provider) =>
			`Essa conta ${provider} está ligada a outra conta aqui. Para usar essa outra, termine primeiro a sessão.`,
	},
	title: 'Outras contas com que inicia sessão',
	explained: 'Este site fica a saber o seu nome e endereço de e-mail, e guarda apenas o número da conta.',
	since: (day) => ['ligada desde ', day],
	notConnected: 'não ligada',
	connectShort: 'Ligar',
	connect: (provider) => `Ligar ${provider}`,
	disconnect: 'Desligar',
	disconnectOf: (provider) => `Desligar ${provider}`,
	connectTitle: 'Ligar uma conta',
	connectHint: (provider, there, here) =>
		`A sua conta ${provider} ${there} poderá então iniciar sessão na sua conta ${here} aqui. Pode desligá-la quando quiser.`,
	notNow: 'Agora não',
	signInAgain:
		'A sua conta não tem palavra-passe: inicie sessão de novo para confirmar a sua identidade e repita depois o que queria fazer.',
	noPassword: 'A sua conta ainda não tem palavra-passe. Com uma, inicia sessão sem outro serviço.',
	newPasswordDisconnects:
		'As outras contas com que inicia sessão aqui, como GitHub, são desligadas se a conta já tinha palavra-passe.',
	setPassword: 'Definir uma palavra-passe',
})
