import type { Format } from '../format'

/** Words of the pages for signing in and for new accounts. */
export const signIn = ({ number }: Format<'en'>) => ({
	title: 'Sign in',
	openDesk: 'Sign in to open the desk',
	accountMade:
		'Now sign in with the password you chose. If the e-mail address had an account here before, nothing about that account was changed: sign in with the password you had.',
	accountMadeMailed:
		'Now sign in with the password you chose. A mail is on its way to the address you gave, with a link that confirms it. If the address had an account here before, nothing about that account was changed, and the mail says so.',
	emailConfirmed: 'Your e-mail address is confirmed. Please sign in.',
	confirmEmail: 'Confirm my address',
	confirmEmailHint:
		'An account was made here with your e-mail address. This confirms that it is yours. If you made none, close this page: nothing happens without the button.',
	confirmEndsSignIns:
		'The account is in use in a browser other than this one, maybe by somebody else. Confirming here signs it out everywhere, and removes its passkeys, its authenticator app and other accounts that sign it in. If you are the one who uses it, sign in here first and open the link again: then everything stays.',
	confirmationUsedUp:
		'It works once, and for a week. If you used it before, your address is confirmed; otherwise your account page sends a new one.',
	linkMailed:
		'If an account has this address, a mail with a link is on its way. The link signs you in once, within 15 minutes.',
	accountDeleted: 'Your account is deleted. You can go on reading without one.',
	passwordSet: 'Your new password is set, and every browser is signed out. Please sign in with it.',
	email: 'E-mail',
	password: 'Password',
	submit: 'Sign in',
	mailSignInLink: 'Mail me a link instead',
	byPasskey: 'Sign in with a passkey',
	forgotten: 'Forgot your password?',
	newHere: <T>(link: T) => ['New here? ', link],
	makeAccount: 'Make an account',
	once: 'This link signs you in once, without a password.',
	signsInAs: <T>(name: T) => ['You sign in as ', name, '.'],
	linkEndsPassword:
		'This also confirms your e-mail address. Since nobody had confirmed it before, the password set so far ends; you can choose another by “Forgot your password?”.',
	secondStep: 'One more step',
	code: 'Code',
	recoveryCode: 'Recovery code',
	codeHint: 'The six digits that your authenticator app shows, or one of your recovery codes.',
	recoveryCodeHint: 'One of the codes that you kept when you made your passkey.',
	lostIt: <T>(link: T) => [
		'Lost it? The owner of this site can let you sign in with your password alone. ',
		link,
	],
	startAgain: 'Start again',
	haveOne: <T>(link: T) => ['Have one already? ', link],
	makeMyAccount: 'Make my account',
	name: 'Name',
	nameHint: 'Printed above your comments.',
	staffNameHint: 'Printed above your stories and comments.',
	neverPublished: 'Never published.',
	neverPublishedMailed: 'Never published. We mail you a link that confirms it.',
	passwordHint: (min: number) => `At least ${number(min)} characters. A few words in a row are easy to keep.`,
	welcome: 'Welcome',
	welcomeTo: <T>(siteName: T) => ['Welcome to ', siteName],
	ownersAccount:
		'This makes the owner’s account, which may change everything. Others are invited at the desk.',
	invited: (role: string) =>
		`You are invited to the newsroom, with the role of ${role}. Choose your password here.`,
	usedUp: 'This link is used up',
	invitationUsedUp:
		'It works once, and for a few days; or it was revoked. Please ask the person who sent it for a new one. A new site without an owner prints one at each start of its server.',
	haveAccount: <T>(link: T) => ['Have an account? ', link],
	newPasswordTitle: 'New password',
	remembered: <T>(link: T) => ['It came back to you? ', link],
	mailSent:
		'If an account has this address, a mail with a link is on its way. The link works once, for an hour.',
	mailHint: 'We mail you a link with which you choose a new one.',
	mailMe: 'Mail me a link',
	noMail:
		'This site sends no mail yet. Please ask an admin or the owner of the site: they can make a link for you, with which you choose a new password.',
	passwordLinkUsedUp: 'It works once, and for one hour.',
	askForNew: 'Ask for a new one',
	choosePassword: 'Choose a new password',
	newPassword: 'New password',
	setPassword: 'Set password',
	signsOut: 'Every browser that is signed in to your account is signed out by this.',
})
export type SignInMessages = ReturnType<typeof signIn>
