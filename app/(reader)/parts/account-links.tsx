import { AccountLink, FooterAccountLink } from '@/components/layout/account-links'
import { countUnread } from '@/domain/reader-notices/seen'
import type { Part } from './part'

/** `path` is the return path after signing in. */
type Props = { path?: string | undefined }

/** Link to the account or the sign-in page, in the masthead. */
export const ACCOUNT_LINK: Part<Props> = {
	name: 'account-link',
	render: async ({ path }, { viewer }) => {
		const { person, readerId } = viewer
		return (
			<AccountLink
				person={person?.name ?? null}
				unread={person ? await countUnread(viewer) : 0}
				isPrivate={Boolean(person || readerId)}
				path={path}
			/>
		)
	},
}

/** The same link in the footer. */
export const FOOTER_ACCOUNT_LINK: Part<Props> = {
	name: 'footer-account-link',
	render: async ({ path }, { viewer: { person } }) => (
		<FooterAccountLink signedIn={person !== null} path={path} />
	),
}
