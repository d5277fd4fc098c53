/** Notices of the account page after an accepted form, by the value of `done`. */
export const ACCOUNT_NOTICES: Record<string, string> = {
	'session-ended': 'Signed out there. It takes effect at its next click.',
	'password-changed': 'The password is changed. All your other sessions have ended.',
	'factor-needed':
		'The desk opens once you have a second factor: set up an authenticator app, or add a passkey, below.',
	'factor-added': 'From now on, your password alone does not sign you in.',
	'factor-removed': 'Removed.',
	'passkey-renamed': 'The passkey has its new name.',
	'codes-kept':
		'From now on, your password alone does not sign you in. The recovery codes are not shown again.',
	'others-ended': 'Signed out everywhere else.',
}
