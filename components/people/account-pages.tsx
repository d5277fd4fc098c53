import { messages } from '@/lib/messages/messages'
import { READING_LIST_PATH } from '@/lib/reading-list-path'
import { noticesTitle } from './notices'
import styles from './people.module.css'

/** Links to the pages of an account, each with what it holds. */
export function AccountPages({ unread }: { unread: number }) {
	const { account, contributions: words, deletion, ignoring, notices, reading, saving } = messages()
	const pages = [
		{ href: '/account/notices', name: noticesTitle(unread), hint: notices.hint },
		{ href: '/account/comments', name: account.myComments, hint: words.commentsHint },
		{ href: '/account/votes', name: words.myVotes, hint: words.votesHint },
		{ href: READING_LIST_PATH, name: saving.readingList, hint: reading.onlyYou },
		{ href: '/account/ignored', name: ignoring.title, hint: ignoring.hint },
		{ href: '/account/delete', name: deletion.title, hint: deletion.hint },
	]
	return (
		<section id="pages">
			<h2>{words.title}</h2>
			<ul className={styles.links}>
				{pages.map(({ href, name, hint }) => (
					<li key={href}>
						<a href={href}>{name}</a>
						<p>{hint}</p>
					</li>
				))}
			</ul>
		</section>
	)
}
