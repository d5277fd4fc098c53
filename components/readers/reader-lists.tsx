import { StoryLink } from '@/components/articles/story-link'
import type { Locale } from '@/components/layout/date-time'
import { ListLinks } from '@/components/layout/list-links'
import type { ReaderListView } from '@/domain/reader-lists'
import { messages } from '@/lib/messages/messages'
import type { ReaderList } from '@/lib/reader-lists'
import { countInWords, tooFew } from './list-words'
import { Counted } from './reader-list'
import styles from './readers.module.css'

type Props = { lists: { list: ReaderList; view: ReaderListView }[]; locale: Locale }

/** The first stories of all lists by readers. */
export function ReaderLists({ lists, locale }: Props) {
	const [first] = lists
	const words = messages().lists
	return (
		<div className={styles.page}>
			<h1>{words.readers}</h1>
			<p className={styles.lead}>{words.readersLead}</p>
			<ListLinks current="/most" />
			<div className={styles.overview}>
				{lists.map(({ list, view: { stories } }) => (
					<section key={list} aria-labelledby={`most-${list}`}>
						<h2 id={`most-${list}`}>
							<a className={styles.target} href={`/most/${list}`}>
								{words.titles[list]}
							</a>
						</h2>
						{stories.length === 0 ? (
							<p className={styles.few}>{tooFew(list)}</p>
						) : (
							<ol className={styles.brief}>
								{stories.map((story) => (
									<li key={story.slug}>
										<StoryLink story={story} className={styles.target} />{' '}
										<span className={styles.facts}>{countInWords(story.count)}</span>
									</li>
								))}
							</ol>
						)}
					</section>
				))}
			</div>
			{first && <Counted view={first.view} locale={locale} />}
		</div>
	)
}
