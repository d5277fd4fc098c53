import { openIgnored, openNotices, openOwnComments, openOwnVotes } from './account-page-states'
import {
	openAccountDeletion,
	openAuthenticator,
	openConfirmation,
	openConnect,
	openNewName,
	openProtected,
	openRecoveryCodes,
	openSecondStep,
	openUnconfirmed,
} from './account-states'
import { asOwner, at, fileOf, type State } from './support/layout-state'

const STORY = '/news/seat-decided-by-lot'

/** The pages of an account and of its sign-in, as `STATES`. */
export const ACCOUNT_STATES: State[] = [
	{ name: 'an open confirmation link', file: fileOf('/sign-up/confirm'), open: openConfirmation },
	asOwner('/account'),
	asOwner('/account/confirm?next=/desk'),
	{ name: 'an account with an unconfirmed address', file: fileOf('/account'), open: openUnconfirmed },
	at('/account/comments', 'no own comments'),
	{ name: 'own comments', file: fileOf('/account/comments'), open: openOwnComments },
	{ name: 'the deletion of an account', file: fileOf('/account/delete'), open: openAccountDeletion },
	{ name: 'ignored people', file: fileOf('/account/ignored'), open: openIgnored('list') },
	{ name: 'a story with an ignored comment', file: fileOf(STORY), open: openIgnored('thread') },
	{ name: 'own votes', file: fileOf('/account/votes'), open: openOwnVotes },
	{ name: 'an account with a second factor', file: fileOf('/account'), open: openProtected },
	{ name: 'an authenticator app', file: fileOf('/account/authenticator'), open: openAuthenticator },
	{ name: 'new recovery codes', file: fileOf('/account/recovery-codes'), open: openRecoveryCodes },
	{ name: 'an account to connect', file: fileOf('/account/connect'), open: openConnect },
	{ name: 'a new public name', file: fileOf('/account/connect/name'), open: openNewName },
	{ name: 'notices', file: fileOf('/account/notices'), open: openNotices },
	at('/account/notices', 'no notices'),
	at('/sign-in?problem=unavailable&with=github', 'a failed sign-in at a provider'),
	{ name: 'the second step of a sign-in', file: fileOf('/sign-in/code'), open: openSecondStep },
]
