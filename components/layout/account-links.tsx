import { signInPath } from '@/components/people/sign-in-path'
import { messages } from '@/lib/messages/messages'
import { UNREAD_MAX } from '@/lib/unread-max'

type Props = {
	/** The signed-in person's name. */
	person: string | null
	/** Number of unread notices. */
	unread: number
	/** Whether the page shows state of this reader. */
	isPrivate: boolean
	/** Return path after signing in. */
	path?: string | undefined
}

/**
 * Account link of the masthead. On a private page it carries `data-reader` (the account's name, or empty for a reader
 * without one), so that the page's script skips the request to /api/viewer.
 */
export function AccountLink({ person, unread, isPrivate, path }: Props) {
	const { notices, page } = messages()
	return (
		<a
			className="account-link"
			href={person ? '/account' : signInPath(path)}
			aria-label={person && unread > 0 ? `${person} (${notices.unreadLink(unread)})` : undefined}
			data-reader={isPrivate ? (person ?? '') : undefined}
		>
			{/* The number comes first, because phones cut the end of long names. */}
			{person && unread > 0 && `${notices.short(Math.min(unread, UNREAD_MAX), unread > UNREAD_MAX)} `}
			<bdi>{person ?? page.signIn}</bdi>
		</a>
	)
}

export function FooterAccountLink({ signedIn, path }: { signedIn: boolean; path?: string | undefined }) {
	const { account, signIn } = messages().page
	return <a href={signedIn ? '/account' : signInPath(path)}>{signedIn ? account : signIn}</a>
}
