import { signInPath } from '@/components/people/sign-in-path'
import { messages } from '@/lib/messages/messages'

type Props = {
	/** The signed-in person's name. */
	person: string | null
	/** Whether the page shows state of this reader. */
	isPrivate: boolean
	/** Return path after signing in. */
	path?: string | undefined
}

/**
 * Account link of the masthead. On a private page it carries `data-reader` (the account's name, or empty for a reader
 * without one), so that the page's script skips the request to /api/viewer.
 */
export function AccountLink({ person, isPrivate, path }: Props) {
	return (
		<a
			className="account-link"
			href={person ? '/account' : signInPath(path)}
			data-reader={isPrivate ? (person ?? '') : undefined}
		>
			<bdi>{person ?? messages().page.signIn}</bdi>
		</a>
	)
}

export function FooterAccountLink({ signedIn, path }: { signedIn: boolean; path?: string | undefined }) {
	const { account, signIn } = messages().page
	return <a href={signedIn ? '/account' : signInPath(path)}>{signedIn ? account : signIn}</a>
}
