import type { ReactNode } from 'react'
import { storyText } from '@/components/layout/lang'
import type { PublicName } from '@/domain/articles/public-names'
import { messages } from '@/lib/messages/messages'
import '@/components/forms/forms.css'
import styles from './people.module.css'
import { signInPath } from './sign-in-path'

type Props = {
	title: string
	/** Path of the page. */
	path: string
	/** Whether the rows are those of an account; else a cookie ties them to the browser. */
	signedIn: boolean
	notice?: string | null
	/** Sentence in place of an empty list. */
	empty: string
	/** Form above the rows. */
	above?: ReactNode
	rows: ReactNode[]
	/** Address of the rows after these; null at the end. */
	older: string | null
	/** Whether the list begins after the newest row. */
	later: boolean
}

/** Frame of a list of own comments or votes, in pages by cursor. */
export function OwnList({ title, path, signedIn, notice, empty, above, rows, older, later }: Props) {
	const { account, contributions: words } = messages()
	return (
		<div className={styles.account}>
			<h1>{title}</h1>
			{notice && (
				<p role="status" className="form-notice">
					{notice}
				</p>
			)}
			<p className={styles.removes}>
				{signedIn ? (
					<a href="/account">{account.backToAccount}</a>
				) : (
					<>
						{words.ofBrowser} <a href={signInPath(path)}>{words.withAccount}</a>
					</>
				)}
			</p>
			{above}
			{rows.length === 0 ? <p className={styles.empty}>{empty}</p> : <ol className={styles.own}>{rows}</ol>}
			{(older || later) && (
				<nav className={styles.pages} aria-label={title}>
					{later && (
						<a href={path} rel="first">
							{words.newest}
						</a>
					)}
					{older && (
						<a href={older} rel="next">
							{words.older}
						</a>
					)}
				</nav>
			)}
		</div>
	)
}

/** Name of the story of a row; a link to `path` of it, if the story is on the site. */
export function OwnStory({ story, path = '' }: { story: PublicName | null; path?: string }) {
	if (!story) return <span>{messages().contributions.storyAway}</span>
	const text = storyText(story.language)
	return story.withdrawn ? (
		<span>
			<span {...text}>{story.headline}</span> · {messages().reading.withdrawn}
		</span>
	) : (
		<a href={`/news/${story.slug}${path}`} {...text}>
			{story.headline}
		</a>
	)
}
