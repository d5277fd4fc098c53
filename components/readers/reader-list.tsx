import { DateTime, type Locale } from '@/components/layout/date-time'
import { storyText } from '@/components/layout/lang'
import type { ListedStory, ReaderListView } from '@/domain/reader-lists'
import { messages } from '@/lib/messages/messages'
import { type ReaderList as Name, READER_LISTS } from '@/lib/reader-lists'
import { CountedAt } from './counted-at'
import { countInWords, listRule, tooFew } from './list-words'
import styles from './readers.module.css'

type Props = { list: Name; view: ReaderListView; locale: Locale }

/** A list by the responses of readers, with its rule and the time of its count. */
export function ReaderList({ list, view, locale }: Props) {
	const { stories } = view
	const words = messages().lists
	return (
		<div className={styles.page}>
			<p className={styles.way}>
				<a href="/most">{words.readers}</a>
			</p>
			<h1>{words.titles[list]}</h1>
			<p className={styles.rule}>{listRule(list)}</p>
			{stories.length === 0 && <p className={styles.few}>{tooFew(list)}</p>}
			<ol className={styles.stories}>
				{stories.map((story) => (
					<li key={story.slug}>
						<Listed story={story} locale={locale} />
					</li>
				))}
			</ol>
			<Counted view={view} locale={locale} />
			<nav aria-label={words.readerLists} className={styles.lists}>
				<ul>
					{READER_LISTS.map((each) => (
						<li key={each}>
							<a href={`/most/${each}`} aria-current={each === list ? 'page' : undefined}>
								{words.titles[each]}
							</a>
						</li>
					))}
				</ul>
			</nav>
		</div>
	)
}

type ListedProps = { story: ListedStory; locale: Locale }

function Listed({ story, locale }: ListedProps) {
	const { slug, headline, language, section, publishedAt, count } = story
	return (
		<article className={styles.story}>
			<h2 {...storyText(language)}>
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

type CountedProps = { view: Pick<ReaderListView, 'countedAt' | 'minutes'>; locale: Locale }

export function Counted({ view, locale }: CountedProps) {
	return (
		<p className={styles.rule}>
			<CountedAt countedAt={view.countedAt} minutes={view.minutes} locale={locale} />
		</p>
	)
}
