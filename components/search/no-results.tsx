import { CardList } from '@/components/articles/card-list'
import { phrase } from '@/components/layout/phrase'
import type { ArticleCard } from '@/domain/articles/views'
import type { SearchPage } from '@/domain/search/search'
import { listed, messages } from '@/lib/messages/messages'
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
	const words = messages().search
	const noStory = unfiltered ? words.noStoryFiltered : words.noStory
	return (
		<>
			<p className={styles.count}>{phrase(noStory(<bdi>{words.quoted(typed)}</bdi>))}</p>
			{(suggestion || unfiltered || alone.length > 0) && (
				<ul className={styles.ways}>
					{suggestion && (
						<li>
							{phrase(
								words.didYouMean(
									<a href={addressOf(suggestion)} dir="auto">
										{suggestion}
									</a>,
								),
							)}
						</li>
					)}
					{unfiltered && (
						<li>
							<a href={unfiltered}>{words.searchAll}</a>
						</li>
					)}
					{alone.length > 0 && (
						<li>
							{phrase(
								words.foundAlone(
									phrase(
										listed(
											alone.map((word) => (
												<a key={word} href={addressOf(word)} dir="auto">
													{word}
												</a>
											)),
										),
									),
								),
							)}
						</li>
					)}
				</ul>
			)}
			{latest.length > 0 && (
				<section className={styles.latest} aria-labelledby="latest">
					<h2 id="latest">{words.latest}</h2>
					<CardList cards={latest} rank="brief" />
				</section>
			)}
		</>
	)
}
