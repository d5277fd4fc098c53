import { CardList } from '@/components/articles/card-list'
import type { ArticleCard } from '@/domain/articles/views'
import type { SearchPage } from '@/domain/search/search'
import styles from './search.module.css'

type Props = {
	typed: string
	page: Pick<SearchPage, 'suggestion' | 'alone'>
	/** Address of a search for other words with the same filters. */
	addressOf: (typed: string) => string
	/** Address of the search without its filters; null without a filter. */
	unfiltered: string | null
	latest: ArticleCard[]
}

/** Ways on from a search without a result. */
export function NoResults({ typed, page: { suggestion, alone }, addressOf, unfiltered, latest }: Props) {
	return (
		<>
			<p className={styles.count}>
				No story has <bdi>“{typed}”</bdi>
				{unfiltered ? ' with this section, author and date.' : '.'}
			</p>
			{(suggestion || unfiltered || alone.length > 0) && (
				<ul className={styles.ways}>
					{suggestion && (
						<li>
							Did you mean{' '}
							<a href={addressOf(suggestion)} dir="auto">
								{suggestion}
							</a>
							?
						</li>
					)}
					{unfiltered && (
						<li>
							<a href={unfiltered}>Search all sections, authors and dates</a>
						</li>
					)}
					{alone.length > 0 && (
						<li>
							Found alone:{' '}
							{alone.map((word, index) => [
								index > 0 && ', ',
								<a key={word} href={addressOf(word)} dir="auto">
									{word}
								</a>,
							])}
						</li>
					)}
				</ul>
			)}
			{latest.length > 0 && (
				<section className={styles.latest} aria-labelledby="latest">
					<h2 id="latest">The latest stories</h2>
					<CardList cards={latest} rank="brief" />
				</section>
			)}
		</>
	)
}
