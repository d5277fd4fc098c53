import type { MailsMessages } from '../en/mails'
import type { Format } from '../format'

export const mails = ({ plural }: Format<'pt'>): MailsMessages => ({
	greeting: 'Bom dia,',
	greetingOf: (name) => `Bom dia, ${name},`,
	invitationSubject: (siteName) => `A sua conta em ${siteName}`,
	invited: (inviter, siteName, role) =>
		`${inviter} convida-o(a) para a redação de ${siteName}, com a função «${role}».`,
	openInvitation: (days) =>
		plural(days, {
			one: 'Abra esta ligação para escolher a sua palavra-passe. Funciona uma vez, durante # dia:',
			many: 'Abra esta ligação para escolher a sua palavra-passe. Funciona uma vez, durante # de dias:',
			other: 'Abra esta ligação para escolher a sua palavra-passe. Funciona uma vez, durante # dias:',
		}),
	invitationUnexpected: 'Se não esperava esta mensagem, ignore-a. Nada acontece sem a ligação.',
	passwordSubject: (siteName) => `Uma nova palavra-passe para ${siteName}`,
	openPasswordLink: (minutes) =>
		plural(minutes, {
			one: 'Abra esta ligação para escolher uma nova palavra-passe. Funciona uma vez, durante # minuto:',
			many: 'Abra esta ligação para escolher uma nova palavra-passe. Funciona uma vez, durante # de minutos:',
			other: 'Abra esta ligação para escolher uma nova palavra-passe. Funciona uma vez, durante # minutos:',
		}),
	passwordUnexpected: 'Se não a pediu, ignore esta mensagem: a sua palavra-passe continua a mesma.',
	confirmationSubject: (siteName) => `Confirme o seu endereço de e-mail em ${siteName}`,
	accountMade: (siteName) => `Foi criada uma conta em ${siteName} com este endereço.`,
	openConfirmation: (days) =>
		plural(days, {
			one: 'Abra esta ligação para confirmar que o endereço é seu. Funciona uma vez, durante # dia:',
			many: 'Abra esta ligação para confirmar que o endereço é seu. Funciona uma vez, durante # de dias:',
			other: 'Abra esta ligação para confirmar que o endereço é seu. Funciona uma vez, durante # dias:',
		}),
	confirmationUnexpected: 'Se não a criou, ignore esta mensagem: o endereço fica por confirmar.',
	knownAddressSubject: (siteName) => `Tem uma conta em ${siteName}`,
	knownAddress: (siteName) =>
		`Alguém, talvez você, tentou agora criar uma conta em ${siteName} com este endereço. Já existe uma, e nada mudou nela.`,
	knownAddressSignIn: 'Inicie sessão aqui:',
	knownAddressPassword: 'Se se esqueceu da palavra-passe, escolha uma nova aqui:',
	knownAddressUnexpected: 'Se não foi você, não precisa de fazer nada.',
	signInSubject: (siteName) => `Iniciar sessão em ${siteName}`,
	openSignInLink: (minutes) =>
		plural(minutes, {
			one: 'Abra esta ligação para iniciar sessão. Funciona uma vez, durante # minuto:',
			many: 'Abra esta ligação para iniciar sessão. Funciona uma vez, durante # de minutos:',
			other: 'Abra esta ligação para iniciar sessão. Funciona uma vez, durante # minutos:',
		}),
	signInSameBrowser:
		'Abra-a no navegador em que a pediu: um comentário começado ali volta a estar no formulário.',
	signInUnexpected:
		'Se não a pediu, ignore esta mensagem. A ligação só inicia a sessão de quem a abre, por isso não a passe a ninguém.',
	commentSubject: (siteName) => `O seu comentário em ${siteName}`,
	commentWritten: (headline, siteName) =>
		`Foi escrito com este endereço um comentário a «${headline}», em ${siteName}.`,
	commentUnexpected: 'Se não o escreveu, ignore esta mensagem.',
})
