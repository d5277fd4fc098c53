import type { SignInMessages } from '../en/sign-in'
import type { Format } from '../format'

export const signIn = ({ number }: Format<'pt'>): SignInMessages => ({
	title: 'Iniciar sessão',
	openDesk: 'Inicie sessão para abrir a redação',
	accountMade:
		'Inicie agora sessão com a palavra-passe que escolheu. Se este endereço já tinha uma conta aqui, nada mudou nela: use a palavra-passe que tinha.',
	accountMadeMailed:
		'Inicie agora sessão com a palavra-passe que escolheu. Segue a caminho do endereço indicado um e-mail com uma ligação que o confirma. Se este endereço já tinha uma conta aqui, nada mudou nela, e o e-mail di-lo.',
	emailConfirmed: 'O seu endereço de e-mail está confirmado. Inicie sessão.',
	confirmEmail: 'Confirmar o meu endereço',
	confirmEmailHint:
		'Foi criada aqui uma conta com o seu endereço de e-mail. Isto confirma que é seu. Se não criou nenhuma, feche esta página: nada acontece sem o botão.',
	confirmEndsSignIns:
		'A conta está a ser usada noutro navegador, talvez por outra pessoa. Confirmar aqui termina a sessão em todo o lado e remove as chaves de acesso, a aplicação de autenticação e as outras contas que dão acesso a ela. Se é você quem a usa, inicie primeiro a sessão aqui e abra a hiperligação de novo: assim tudo fica como está.',
	confirmationUsedUp:
		'Funciona uma vez, durante uma semana. Se já a usou, o seu endereço está confirmado; se não, a página da sua conta envia uma nova.',
	linkMailed:
		'Se houver uma conta com este endereço, segue a caminho um e-mail com uma ligação. Inicia a sua sessão uma vez, durante 15 minutos.',
	accountDeleted: 'A sua conta foi apagada. Pode continuar a ler sem conta.',
	passwordSet: 'A nova palavra-passe está definida e todas as sessões terminaram. Inicie sessão com ela.',
	email: 'E-mail',
	password: 'Palavra-passe',
	submit: 'Iniciar sessão',
	mailSignInLink: 'Enviar-me antes uma ligação',
	byPasskey: 'Iniciar sessão com uma chave de acesso',
	forgotten: 'Esqueceu-se da palavra-passe?',
	newHere: (link) => ['É a primeira vez? ', link],
	makeAccount: 'Criar uma conta',
	once: 'Esta ligação inicia a sua sessão uma vez, sem palavra-passe.',
	signsInAs: (name) => ['Inicia sessão como ', name, '.'],
	linkEndsPassword:
		'Isto também confirma o seu endereço de e-mail. Como ninguém o tinha confirmado, a palavra-passe definida até agora deixa de servir; pode escolher outra em «Esqueceu-se da palavra-passe?».',
	secondStep: 'Mais um passo',
	code: 'Código',
	recoveryCode: 'Código de recuperação',
	codeHint:
		'Os seis algarismos que a sua aplicação de autenticação mostra, ou um dos códigos de recuperação.',
	recoveryCodeHint: 'Um dos códigos que guardou quando criou a chave de acesso.',
	lostIt: (link) => [
		'Perdeu-o? O proprietário deste site pode permitir-lhe iniciar sessão só com a palavra-passe. ',
		link,
	],
	startAgain: 'Recomeçar',
	haveOne: (link) => ['Já tem uma? ', link],
	makeMyAccount: 'Criar a minha conta',
	name: 'Nome',
	nameHint: 'Aparece por cima dos seus comentários.',
	staffNameHint: 'Aparece por cima dos seus artigos e comentários.',
	neverPublished: 'Nunca é publicado.',
	neverPublishedMailed: 'Nunca é publicado. Enviamos-lhe uma ligação que o confirma.',
	passwordHint: (min) =>
		`Pelo menos ${number(min)} caracteres. Algumas palavras seguidas são fáceis de lembrar.`,
	welcome: 'Boas-vindas',
	welcomeTo: (siteName) => ['Boas-vindas a ', siteName],
	ownersAccount:
		'Cria aqui a conta do proprietário, que pode alterar tudo. As outras pessoas são convidadas na redação.',
	invited: (role) =>
		`Recebeu um convite para a redação, com a função «${role}». Escolha aqui a sua palavra-passe.`,
	usedUp: 'Esta ligação já não serve',
	invitationUsedUp:
		'Funciona uma vez, durante alguns dias, ou foi revogada. Peça uma nova à pessoa que lha enviou. Um site novo sem proprietário mostra uma em cada arranque do servidor.',
	haveAccount: (link) => ['Tem uma conta? ', link],
	newPasswordTitle: 'Nova palavra-passe',
	remembered: (link) => ['Lembrou-se dela? ', link],
	mailSent:
		'Se houver uma conta com este endereço, segue a caminho um e-mail com uma ligação. Funciona uma vez, durante uma hora.',
	mailHint: 'Enviamos-lhe uma ligação para escolher uma nova.',
	mailMe: 'Enviar-me uma ligação',
	noMail:
		'Este site ainda não envia e-mails. Peça a um administrador ou ao proprietário do site: podem criar uma ligação com a qual escolhe uma nova palavra-passe.',
	passwordLinkUsedUp: 'Funciona uma vez, durante uma hora.',
	askForNew: 'Pedir uma nova',
	choosePassword: 'Escolha uma nova palavra-passe',
	newPassword: 'Nova palavra-passe',
	setPassword: 'Definir palavra-passe',
	signsOut: 'Todas as sessões da sua conta terminam com isto.',
})
