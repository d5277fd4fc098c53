import { shortReadTime } from '@/components/articles/read-time'
import { DateTime, type Locale } from '@/components/layout/date-time'
import '@/components/forms/forms.css'
import { signInPath } from '@/components/people/sign-in-path'
import type { SavedArticle } from '@/domain/reading-list'
import type { RejectedForm } from '@/lib/request-context'
import { READING_LIST } from '@/lib/saving-words'
import styles from './reading-list.module.css'

type Props = {
	saved: SavedArticle[]
	signedIn: boolean
	locale: Locale
	refused: RejectedForm | null
}

export function ReadingList({ saved, signedIn, locale, refused }: Props) {
	return (
		<div className={styles.page}>
			<h1>{READING_LIST.name}</h1>
			{refused && (
				<p role="alert" className="form-notice">
					{refused.message}
				</p>
			)}
			<p className={styles.note}>
				{signedIn
					? 'Only you see this list.'
					: 'Only you see this list, which a cookie of this browser keeps. '}
				{!signedIn && <a href={signInPath(READING_LIST.path)}>Sign in to have it on all your devices</a>}
			</p>
			{saved.length === 0 ? (
				<p>Nothing is saved yet. “Save for later” stands above each story.</p>
			) : (
				<ol className={styles.list} data-saved-stories>
					{saved.map((article) => (
						<Saved key={article.id} article={article} locale={locale} />
					))}
				</ol>
			)}
			<Places />
		</div>
	)
}

function Saved({ article, locale }: { article: SavedArticle; locale: Locale }) {
	const { id, slug, headline, section, publishedAt, readTime, savedAt, withdrawn, correctedAt } = article
	return (
		<li>
			<h2 dir="auto">
				<a href={`/news/${slug}`}>{headline}</a>
			</h2>
			<p className={styles.facts}>
				{section && <bdi>{section}</bdi>} <DateTime at={publishedAt} locale={locale} />{' '}
				<span>{shortReadTime(readTime)}</span>{' '}
				<span>
					Saved <DateTime at={savedAt} locale={locale} />
				</span>
			</p>
			{withdrawn && <p className={styles.changed}>This story was withdrawn since.</p>}
			{correctedAt && !withdrawn && (
				<p className={styles.changed}>
					Corrected on <DateTime at={correctedAt} locale={locale} />, after you saved it.
				</p>
			)}
			<form method="post" action={`${READING_LIST.path}/remove`}>
				<input type="hidden" name="story" value={id} />
				<button type="submit" className={styles.remove} aria-label={`Remove “${headline}”`}>
					Remove
				</button>
			</form>
		</li>
	)
}

/** Shown by the script that keeps the places. */
function Places() {
	return (
		<section className={styles.places} data-places hidden aria-labelledby="places">
			<h2 id="places">Where you left off</h2>
			<p>
				This browser keeps your place in the last stories that you left unfinished, and links it above them.
				It is stored on this device alone.
			</p>
			<button type="button" className="form-quiet">
				Switch it off
			</button>
		</section>
	)
}
