import { DateTime, type Locale } from '@/components/layout/date-time'
import { storyText } from '@/components/layout/lang'
import { messages } from '@/lib/messages/messages'
import '@/components/layout/pagination.css'
import type { SearchPage, SearchResult } from '@/domain/search/search'
import type { TextPart } from '@/lib/highlight'
import styles from './search.module.css'

type Props = {
	page: SearchPage
	locale: Locale
	/** Address of the next page; null on the last one. */
	next: string | null
	/** Address of the first page; null on the first one. */
	first: string | null
}

export function SearchResults({ page, locale, next, first }: Props) {
	return (
		<>
			<p className={styles.count}>{countOf(page)}</p>
			<ol className={styles.results}>
				{page.results.map((result) => (
					<li key={result.card.id}>
						<Result result={result} locale={locale} />
					</li>
				))}
			</ol>
			{(first || next) && (
				<nav className="pagination" aria-label={messages().search.pages}>
					{first && <a href={first}>{messages().search.firstPage}</a>}
					{next && (
						<a rel="next" href={next}>
							{messages().page.nextPage}
						</a>
					)}
				</nav>
			)}
		</>
	)
}

function countOf({ total, order, isCut }: SearchPage): string {
	const words = messages().search
	if (isCut) return order === 'newest' ? words.newestOfMore(total) : words.bestOfMore(total)
	return order === 'newest' ? words.newestFirst(total) : words.bestFirst(total)
}

function Result({ result: { card, headline, excerpt }, locale }: { result: SearchResult; locale: Locale }) {
	const label = card.kicker ?? card.section?.name
	const text = storyText(card.language)
	const names = card.bylines.map(({ name }) => name).join(', ')
	return (
		<article className={styles.result}>
			{label && (
				<p className={styles.kicker} dir="auto" lang={card.kicker ? text.lang : undefined}>
					{label}
				</p>
			)}
			<h2 {...text}>
				<a href={`/news/${card.slug}`}>
					<Parts parts={headline} />
				</a>
			</h2>
			<p className={styles.excerpt} {...text}>
				<Parts parts={excerpt} />
			</p>
			<p className={styles.meta}>
				<DateTime at={card.publishedAt} locale={locale} />
				{card.yearsOld > 0 && ` · ${messages().reading.yearsOld(card.yearsOld)}`}
				{names && (
					<>
						{' · '}
						<bdi>{names}</bdi>
					</>
				)}
			</p>
		</article>
	)
}

/** A text with the words of the search marked. */
const Parts = ({ parts }: { parts: TextPart[] }) =>
	parts.map(({ text, hit }, index) =>
		// biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text are never reordered.
		hit ? <mark key={index}>{text}</mark> : text,
	)
