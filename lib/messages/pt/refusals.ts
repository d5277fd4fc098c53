import type { RefusalsMessages } from '../en/refusals'
import type { Format } from '../format'

export const refusals = ({ number, plural }: Format<'pt'>): RefusalsMessages => ({
	titles: {
		invalid: 'Verifique este ponto, por favor',
		'not-found': 'Não encontrado',
		gone: 'Já não está aqui',
		unauthenticated: 'Inicie sessão, por favor',
		forbidden: 'Não permitido',
		unconfirmed: 'Confirme a sua identidade, por favor',
		conflict: 'Alguém chegou primeiro',
		'rate-limited': 'Um pouco mais devagar, por favor',
		busy: 'Ainda não registado',
		full: 'Ainda não registado',
		unavailable: 'Ainda não registado',
		unknown: 'Talvez registado',
		fault: 'Isto não funcionou',
	},
	seconds: (count) => plural(count, { one: '# segundo', many: '# de segundos', other: '# segundos' }),
	minutes: (count) => plural(count, { one: '# minuto', many: '# de minutos', other: '# minutos' }),
	hours: (count) => plural(count, { one: '# hora', many: '# de horas', other: '# horas' }),
	tryAgainIn: (message, wait) => `${message} Tente de novo dentro de ${wait}.`,
	sendAgainIn: (message, wait) => `${message} Envie de novo dentro de ${wait}.`,
	networkRespected:
		'Muitos leitores desta rede deram hoje respeito a comentários aqui, por isso este não foi contado.',
	tooOften: 'Foram vezes a mais.',
	tooManyPasswords: 'Foram tentadas daqui demasiadas palavras-passe.',
	accountGuessed:
		'Foram tentadas demasiadas palavras-passe erradas nesta conta. Um navegador que já nela iniciou sessão não fica impedido.',
	otherSite: 'Isto foi enviado de outro site, por isso nada ficou registado. Use a página daqui.',
	notWhole: 'O formulário não chegou inteiro. Envie-o de novo, por favor.',
	formTooLarge: (kilobytes) => `Um formulário leva aqui ${number(kilobytes)} kB, no máximo.`,
	busy: 'Não foi possível registar isto, porque outro programa está a usar a base de dados do site.',
	full: 'Não foi possível registar isto, porque o armazenamento do site está cheio.',
	unavailable: 'Não foi possível registar isto, porque o armazenamento do site não funciona neste momento.',
	unknown:
		'O site perdeu a base de dados enquanto registava isto, que pode ter ficado registado ou não. Veja se está lá antes de enviar de novo.',
	fault: 'Isto não funcionou, e a falha é nossa; ficou registada. Tente de novo dentro de momentos.',
	storyGone: 'Este artigo não está no site.',
	listFull: (max) =>
		plural(max, {
			one: 'A sua lista de leitura tem # artigo, que é o seu limite. Retire-o e guarde depois este.',
			many: 'A sua lista de leitura tem # de artigos, que é o seu limite. Retire um e guarde depois este.',
			other: 'A sua lista de leitura tem # artigos, que é o seu limite. Retire um e guarde depois este.',
		}),
	noAd: 'Esse anúncio não existe.',
	moodsOff: 'Os votos de humor estão desligados neste artigo.',
	ratingsOff: 'As estrelas estão desligadas neste artigo.',
	unknownMood: 'Escolha primeiro uma das opções.',
	noStars: 'Escolha primeiro de 1 a 5 estrelas.',
	noCookie: 'Este navegador recusou o cookie que garante um voto por leitor.',
	signInAgain: 'Inicie sessão de novo para continuar em seu nome.',
	signInFirst: 'Inicie primeiro sessão.',
	signInToComment: 'Inicie sessão para publicar o seu comentário; o texto fica guardado.',
	writeFirst: 'Escreva primeiro alguma coisa.',
	commentTooLong: (length, max) =>
		`O seu comentário tem ${number(length)} caracteres; encurte-o para ${number(max)}.`,
	parentGone: 'O comentário a que respondeu já não está aqui. Pode publicar isto como um comentário à parte.',
	commentsHeld: (count, wait) =>
		plural(count, {
			one: `# dos seus comentários neste artigo espera aprovação. Envie este dentro de ${wait}, quando a redação talvez já o tenha lido.`,
			many: `# dos seus comentários neste artigo esperam aprovação. Envie este dentro de ${wait}, quando a redação talvez já tenha lido alguns.`,
			other: `# dos seus comentários neste artigo esperam aprovação. Envie este dentro de ${wait}, quando a redação talvez já tenha lido alguns.`,
		}),
	notOwnComment: 'Este comentário não é seu, ou já não existe.',
	editOver: 'O tempo para alterar este comentário terminou; o novo texto está abaixo.',
	commentGone: 'O comentário já não está lá.',
	ownRespect: 'O respeito é para os comentários dos outros.',
	commentsClosed: 'Os comentários a este artigo estão encerrados. O que foi dito fica.',
	commentsClosedBecause: (reason) =>
		`Os comentários a este artigo estão encerrados: ${reason} O que foi dito fica.`,
	commentsClosedAfter: (days) =>
		plural(days, {
			one: 'Os comentários a este artigo foram encerrados # dia depois da publicação. O que foi dito fica.',
			many: 'Os comentários a este artigo foram encerrados # de dias depois da publicação. O que foi dito fica.',
			other:
				'Os comentários a este artigo foram encerrados # dias depois da publicação. O que foi dito fica.',
		}),
	sayWhatFailed: 'Escreva o que não funcionou, por favor.',
	messageTooLong: (length, max) =>
		`A sua mensagem tem ${number(length)} caracteres; encurte-a para ${number(max)}.`,
	addressTooLong: (max) => `O endereço deve ter menos de ${number(max)} caracteres.`,
	tooManyMessages:
		'Há muitas mensagens à espera, por isso esta não pôde ser guardada. Escreva à redação por e-mail.',
	giveName: 'Indique um nome, por favor.',
	nameTooLong: (max) => `O nome deve ter menos de ${number(max)} caracteres.`,
	staffName:
		'É o nome de uma pessoa da redação, ou do site. Se for o seu, inicie sessão; se não, escolha outro.',
	markedName: 'Este nome termina como uma menção da redação, tal como «redação» ou «autor». Escolha outro.',
	notAnAddress: 'Isso não parece um endereço de e-mail, como ada@example.org.',
	addressTaken: 'Este endereço de e-mail já tem uma conta. Inicie sessão, por favor.',
	emailConfirmed: 'O seu endereço de e-mail já está confirmado.',
	passwordTooShort: (min) => `Escolha uma palavra-passe com pelo menos ${number(min)} caracteres.`,
	passwordTooLong: (max) => `A palavra-passe deve ter menos de ${number(max)} caracteres.`,
	passwordRepeats: 'Essa palavra-passe repete muito poucos caracteres; escolha outra.',
	wrongPassword: 'O endereço de e-mail ou a palavra-passe não está certo.',
	wrongPresentPassword: 'A palavra-passe atual não está certa.',
	wrongOwnPassword: 'A palavra-passe não está certa.',
	wrongCode: 'Esse código não está certo ou já foi usado.',
	wrongFirstCode: 'Não é o código que a aplicação mostra agora.',
	confirmFirst: 'Confirme a sua identidade, porque isto exige um início de sessão recente.',
	factorFirst: 'Acrescente primeiro um segundo fator à sua conta; a redação deste site tem de ter um.',
	signInTooLong: 'O início de sessão demorou demasiado. Comece de novo, por favor.',
	secondStepOver:
		'Este início de sessão demorou demasiado ou teve demasiados códigos errados. Comece de novo, por favor.',
	tookTooLong: 'Isto demorou demasiado. Comece de novo, por favor.',
	sessionEnded: 'Essa sessão já terminou.',
	linkUsed: 'Esta ligação já foi usada ou é demasiado antiga. Peça uma nova, por favor.',
	invitationUsed: 'Esta ligação já foi usada, foi revogada ou é demasiado antiga. Peça uma nova, por favor.',
	appInUse: 'Já está em uso uma aplicação de autenticação. Remova-a primeiro.',
	needsHost: 'As chaves de acesso exigem um site com nome de domínio.',
	passkeysMax: (max) =>
		plural(max, {
			one: 'Uma conta tem # chave de acesso, no máximo.',
			many: 'Uma conta tem # de chaves de acesso, no máximo.',
			other: 'Uma conta tem # chaves de acesso, no máximo.',
		}),
	passkeyKnown: 'Esta chave de acesso já está registada.',
	passkeyUnverified: 'Não foi possível verificar esta chave de acesso. Inicie sessão com a palavra-passe.',
	passkeyUnknown: 'Essa chave de acesso não é desta conta.',
	otherPasskey: 'Esta não é uma chave de acesso da sua conta.',
	namePasskey: 'Dê um nome à chave de acesso, por favor.',
	lastPasskey:
		'Esta chave de acesso é a sua única forma de iniciar sessão. Defina primeiro uma palavra-passe.',
	providerElsewhere: (provider) => `Essa conta ${provider} está ligada a outra conta aqui.`,
	providerTwice: (provider) => `A sua conta já tem outra conta ${provider} ligada. Desligue primeiro essa.`,
	providerUnknown: 'Essa conta não está ligada.',
	lastProvider: (provider) =>
		`${provider} é a sua única forma de iniciar sessão, por isso continua ligada. Defina primeiro uma palavra-passe ou adicione uma chave de acesso.`,
})
