import type { ProviderProblem } from '@/lib/sign-in-providers'

/** Words of signing in with accounts at other services, such as GitHub. */
export const providers = () => ({
	continueWith: (provider: string) => `Continue with ${provider}`,
	firstTime:
		'The first time, this makes a reader’s account here. You choose the name above your comments; your e-mail address is never published.',
	signInToConnect: (provider: string) =>
		`The e-mail address of your ${provider} account has an account here already. Sign in as you did before; then you can connect ${provider} to it.`,
	problems: {
		denied: (provider: string) =>
			`${provider} was not allowed to sign you in here. Nothing was changed. You can try again, or sign in another way.`,
		expired: (provider: string) =>
			`The sign-in with ${provider} took too long, was used before, or was not started in this browser. Please start it again.`,
		unavailable: (provider: string) =>
			`${provider} did not answer as it should. Please try again in a few minutes, or sign in another way.`,
		'no-address': (provider: string) =>
			`Your ${provider} account has no e-mail address that ${provider} has verified, so no account could be made here. Verify one there, or make an account here with a password.`,
		closed: (provider: string) =>
			`The account that ${provider} signs you in to is closed. Please write to the newsroom if you think that is a mistake.`,
		elsewhere: (provider: string) =>
			`That ${provider} account is connected to another account here. To use that one, sign out first.`,
	} satisfies Record<ProviderProblem, (provider: string) => string>,
	title: 'Other accounts that sign you in',
	explained: 'This site learns your name and e-mail address there, and keeps only the number of the account.',
	since: <T>(day: T) => ['connected since ', day],
	notConnected: 'not connected',
	connectShort: 'Connect',
	connect: (provider: string) => `Connect ${provider}`,
	disconnect: 'Disconnect',
	disconnectOf: (provider: string) => `Disconnect ${provider}`,
	connectTitle: 'Connect an account',
	connectHint: (provider: string, there: string, here: string) =>
		`Your ${provider} account ${there} can then sign in to your account ${here} here. You can disconnect it at any time.`,
	notNow: 'Not now',
	signInAgain:
		'Your account has no password, so sign in again to confirm that it is you. Then repeat what you wanted to do.',
	noPassword: 'Your account has no password yet. With one, you can sign in without any other service.',
	newPasswordDisconnects:
		'Other accounts that sign you in here, such as GitHub, are disconnected if the account had a password before.',
	setPassword: 'Set a password',
})
export type ProvidersMessages = ReturnType<typeof providers>
