import type { ReactNode } from 'react'
import type { Locale } from '@/components/layout/date-time'
import { Pagination } from '@/components/layout/pagination'
import type { ArticleCard } from '@/domain/articles/views'
import { messages } from '@/lib/messages/messages'
import { Card } from './card'
import styles from './listing.module.css'

type Props = {
	/** Heading of the list: a section's name, an author, a tag. */
	heading: ReactNode
	cards: ArticleCard[]
	page: number
	pages: number
	address: string
	locale: Locale
	/** Text of a list without stories. */
	empty?: string
}

const OPENER_SIZES = '(min-width: 64rem) 38rem, 92vw'
const ROW_SIZES = '(min-width: 48rem) 14rem, 32vw'

/**
 * A page of stories, newest first. The first page opens with its newest story set large, if that has a photo.
 */
export function Listing({ heading, cards, page, pages, address, locale, empty }: Props) {
	const { nothingHere, pagesOfStories } = messages().article
	const opener = page === 1 && cards[0]?.hero ? cards[0] : null
	return (
		<div className={styles.listing}>
			<header className={styles.heading}>{heading}</header>
			{cards.length === 0 && <p>{empty ?? nothingHere}</p>}
			{opener && (
				<div className={styles.opener}>
					<Card card={opener} rank="main" picture sizes={OPENER_SIZES} priority under={1} locale={locale} />
				</div>
			)}
			<ul className={styles.rows}>
				{cards
					.filter((card) => card !== opener)
					.map((card) => (
						<li key={card.id}>
							<Card card={card} rank="second" picture sizes={ROW_SIZES} under={1} locale={locale} />
						</li>
					))}
			</ul>
			<Pagination
				page={page}
				pages={pages}
				label={pagesOfStories}
				addressOf={(number) => (number === 1 ? address : `${address}?page=${number}`)}
			/>
		</div>
	)
}
