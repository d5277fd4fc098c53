import type { ArticleCard } from '@/domain/articles/views'
import { Card, type Rank } from './card'
import styles from './card-list.module.css'

type Props = { cards: ArticleCard[]; rank: Rank; under?: 1 | 2 }

/** Vertical list of cards, separated by hairlines. */
export function CardList({ cards, rank, under }: Props) {
	return (
		<ul className={styles.list}>
			{cards.map((card) => (
				<li key={card.id}>
					<Card card={card} rank={rank} under={under} />
				</li>
			))}
		</ul>
	)
}
