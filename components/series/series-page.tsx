import { Card } from '@/components/articles/card'
import listing from '@/components/articles/listing.module.css'
import type { Locale } from '@/components/layout/date-time'
import { Pagination } from '@/components/layout/pagination'
import type { SeriesListing, SeriesName } from '@/domain/series/series'
import { messages } from '@/lib/messages/messages'
import styles from './series.module.css'

type Props = { series: SeriesName & SeriesListing; address: string; locale: Locale }

const ROW_SIZES = '(min-width: 48rem) 14rem, 32vw'

/** A series with its parts in order. */
export function SeriesPage({ series, address, locale }: Props) {
	const { name, description, cards, page, pages, last } = series
	const words = messages().lists
	return (
		<div className={listing.listing}>
			<header className={listing.heading}>
				<p className={styles.all}>
					<a href="/series">{words.series}</a>
				</p>
				<h1 dir="auto">{name}</h1>
				{description && <p dir="auto">{description}</p>}
			</header>
			<ol className={listing.rows}>
				{cards.map(({ part, card }) => (
					<li key={card.id} value={part}>
						<p className={styles.part}>{words.part(part, last)}</p>
						<Card card={card} rank="second" picture sizes={ROW_SIZES} under={1} locale={locale} />
					</li>
				))}
			</ol>
			<Pagination
				page={page}
				pages={pages}
				label={words.pagesOf(name)}
				addressOf={(number) => (number === 1 ? address : `${address}?page=${number}`)}
			/>
		</div>
	)
}
