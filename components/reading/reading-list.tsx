import { shortReadTime } from '@/components/articles/read-time'
import { DateTime, type Locale } from '@/components/layout/date-time'
import { storyText } from '@/components/layout/lang'
import { phrase } from '@/components/layout/phrase'
import '@/components/forms/forms.css'
import './reading.css'
import { signInPath } from '@/components/people/sign-in-path'
import type { SavedArticle } from '@/domain/reading-list'
import { messages } from '@/lib/messages/messages'
import { READING_LIST_PATH } from '@/lib/reading-list-path'
import type { RejectedForm } from '@/lib/request-context'
import styles from './reading-list.module.css'

type Props = {
	saved: SavedArticle[]
	signedIn: boolean
	locale: Locale
	refused: RejectedForm | null
	/** Whether browsers keep stories for reading without a connection. */
	keepsCopies: boolean
}

export function ReadingList({ saved, signedIn, locale, refused, keepsCopies }: Props) {
	const words = messages().reading
	return (
		<div className={styles.page}>
			<h1>{messages().saving.readingList}</h1>
			{refused && (
				<p role="alert" className="form-notice">
					{refused.message}
				</p>
			)}
			<p className={styles.note}>
				{signedIn ? words.onlyYou : words.onlyThisBrowser}{' '}
				{!signedIn && <a href={signInPath(READING_LIST_PATH)}>{words.onAllDevices}</a>}
			</p>
			{saved.length === 0 ? (
				<p>{words.nothingSaved}</p>
			) : (
				<ol className={styles.list} data-saved-stories>
					{saved.map((article) => (
						<Saved key={article.id} article={article} locale={locale} />
					))}
				</ol>
			)}
			{keepsCopies && <Copies />}
			<Places />
		</div>
	)
}

function Saved({ article, locale }: { article: SavedArticle; locale: Locale }) {
	const { id, slug, headline, section, publishedAt, readTime, savedAt, withdrawn, correctedAt } = article
	const words = messages().reading
	return (
		<li>
			<h2 {...storyText(article.language)}>
				<a href={`/news/${slug}`}>{headline}</a>
			</h2>
			<p className={styles.facts}>
				{section && <bdi>{section}</bdi>} <DateTime at={publishedAt} locale={locale} />{' '}
				<span>{shortReadTime(readTime)}</span>{' '}
				<span>{phrase(words.savedOn(<DateTime at={savedAt} locale={locale} />))}</span>
			</p>
			{withdrawn && <p className={styles.changed}>{words.withdrawn}</p>}
			{correctedAt && !withdrawn && (
				<p className={styles.changed}>
					{phrase(words.correctedOn(<DateTime at={correctedAt} locale={locale} />))}
				</p>
			)}
			<form method="post" action={`${READING_LIST_PATH}/remove`}>
				<input type="hidden" name="story" value={id} />
				<button type="submit" className={styles.remove} aria-label={words.removeStory(headline)}>
					{words.remove}
				</button>
			</form>
		</li>
	)
}

/** Shown and filled by the script that keeps copies. */
function Copies() {
	const { copies, copiesHint, removeCopies } = messages().reading
	return (
		<section className={styles.places} data-copies hidden aria-labelledby="copies">
			<h2 id="copies" tabIndex={-1}>
				{copies}
			</h2>
			<p>{copiesHint}</p>
			<ul data-part="copies" />
			<button type="button" className="form-quiet">
				{removeCopies}
			</button>
		</section>
	)
}

/** Shown by the script that keeps the places. */
function Places() {
	const { places, placesHint } = messages().reading
	return (
		<section className={styles.places} data-places hidden aria-labelledby="places">
			<h2 id="places">{places}</h2>
			<p>{placesHint}</p>
			<button type="button" className="form-quiet">
				{messages().islands.switchOff}
			</button>
		</section>
	)
}
