import type { Byline } from '@/domain/articles/views'
import { messages } from '@/lib/messages/messages'
import styles from './profile-links.module.css'

type Props = {
	author: Pick<Byline, 'name' | 'profiles' | 'fediverse' | 'endorsed'>
	/** Whether the page is the person's own, which `rel="me"` states for the profiles. */
	own?: boolean
}

/** Links to the person's profiles elsewhere; null without any. */
export function ProfileLinks({ author: { name, profiles, fediverse, endorsed }, own = false }: Props) {
	const links = fediverse ? [...profiles, { label: fediverse, url: fediverseUrl(fediverse) }] : profiles
	if (links.length === 0) return null
	const rel = [own && 'me', outsideRel(endorsed)].filter(Boolean).join(' ')
	return (
		<ul className={styles.links} aria-label={messages().page.elsewhereOf(name)}>
			{links.map(({ label, url }) => (
				<li key={url}>
					<a href={url} rel={rel} dir="auto">
						{label}
					</a>
				</li>
			))}
		</ul>
	)
}

/** `rel` of a link that a person has entered; links of readers' accounts are marked for search engines. */
export const outsideRel = (endorsed: boolean): string => (endorsed ? 'noopener' : 'nofollow ugc noopener')

/** Profile page of a handle such as `@ada@example.social`. */
export function fediverseUrl(handle: string): string {
	const [, user = '', host = ''] = handle.split('@')
	return `https://${host}/@${user}`
}
