import { DateTime, type Locale } from '@/components/layout/date-time'
import type { ListedStory, ReaderListView } from '@/domain/reader-lists'
import { type ReaderList as Name, READER_LISTS } from '@/lib/reader-lists'
import { countInWords, LIST_TITLES, LISTS_TITLE, listRule, tooFewWords } from './list-words'
import styles from './readers.module.css'

type Props = { list: Name; view: ReaderListView; locale: Locale }

/** A list by the responses of readers, with its rule and the time of its count. */
export function ReaderList({ list, view, locale }: Props) {
	const { stories, mean } = view
	return (
		<div className={styles.page}>
			<p className={styles.way}>
				<a href="/most">{LISTS_TITLE}</a>
			</p>
			<h1>{LIST_TITLES[list]}</h1>
			<p className={styles.rule}>{listRule(list, mean)}</p>
			{stories.length === 0 && <p className={styles.few}>{tooFewWords(list)}</p>}
			<ol className={styles.stories}>
				{stories.map((story) => (
					<li key={story.slug}>
						<Listed story={story} locale={locale} />
					</li>
				))}
			</ol>
			<Counted view={view} locale={locale} />
			<nav aria-label="Lists by readers" className={styles.lists}>
				<ul>
					{READER_LISTS.map((each) => (
						<li key={each}>
							<a href={`/most/${each}`} aria-current={each === list ? 'page' : undefined}>
								{LIST_TITLES[each]}
							</a>
						</li>
					))}
				</ul>
			</nav>
		</div>
	)
}

type ListedProps = { story: ListedStory; locale: Locale }

function Listed({ story: { slug, headline, section, publishedAt, count }, locale }: ListedProps) {
	return (
		<article className={styles.story}>
			<h2 dir="auto">
				<a href={`/news/${slug}`}>{headline}</a>
			</h2>
			<p className={styles.facts}>
				<strong>{countInWords(count)}</strong>
				{section && <bdi>{section}</bdi>}
				<DateTime at={publishedAt} locale={locale} />
			</p>
		</article>
	)
}

/** The time of the count: a vote changes no page at once. */
export function Counted({ view, locale }: { view: ReaderListView; locale: Locale }) {
	return (
		<p className={styles.rule}>
			Counted on <DateTime at={view.countedAt} locale={locale} style="minute" />; counted anew every{' '}
			{view.minutes} minutes.
		</p>
	)
}
