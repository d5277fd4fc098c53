import type { Locale } from '@/components/layout/date-time'
import { Pagination } from '@/components/layout/pagination'
import type { ListedCorrection } from '@/domain/corrections'
import { messages } from '@/lib/messages/messages'
import { Correction } from './corrections'
import styles from './corrections-list.module.css'
import { StoryLink } from './story-link'

type Props = {
	corrections: ListedCorrection[]
	page: number
	pages: number
	locale: Locale
	addressOf: (page: number) => string
}

/** All corrections of the site, newest first. */
export function CorrectionsList({ corrections, page, pages, locale, addressOf }: Props) {
	const words = messages().follow
	return (
		<div className={styles.list}>
			<h1>{messages().page.corrections}</h1>
			<p className={styles.lead}>{words.correctionsLead}</p>
			{corrections.length === 0 && <p>{words.noCorrections}</p>}
			<ul>
				{corrections.map((correction) => (
					<li key={correction.id}>
						<Correction correction={correction} locale={locale} language={correction.language} />
						<Story story={correction.story} />
					</li>
				))}
			</ul>
			<Pagination page={page} pages={pages} label={words.correctionsPages} addressOf={addressOf} />
		</div>
	)
}

function Story({ story }: Pick<ListedCorrection, 'story'>) {
	const { storyGone, withdrawn } = messages().follow
	if (!story) return <p className={styles.story}>{storyGone}</p>
	return (
		<p className={styles.story}>
			<StoryLink story={story} />
			{story.withdrawn && ` ${withdrawn}`}
		</p>
	)
}
