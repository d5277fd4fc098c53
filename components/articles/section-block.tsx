import type { ArticleCard, SectionName } from '@/domain/articles/views'
import { Card, withoutSection } from './card'
import { CardList } from './card-list'
import styles from './front-page.module.css'

type Props = {
	section: SectionName
	cards: ArticleCard[]
	/** Zero-based position of the section on the page; adjacent sections get different layouts. */
	turn: number
}

/** Layouts of successive sections: a wide picture left, text only, a wide picture right. */
const LAYOUTS = ['left', 'words', 'right'] as const
type Layout = (typeof LAYOUTS)[number] | 'side'
const WIDE = '(min-width: 64rem) 40rem, 92vw'

export function SectionBlock({ section, cards, turn }: Props) {
	const [main, ...rest] = pictured(cards)
	if (!main) return null
	const layout = layoutOf(main, rest, turn)
	return (
		<section className={`${styles.section} ${styles[layout]}`} aria-labelledby={`section-${section.slug}`}>
			<h2 className={styles.name} id={`section-${section.slug}`} dir="auto">
				<a href={`/sections/${section.slug}`}>{section.name}</a>
			</h2>
			<div className={styles.main}>
				<Card card={withoutSection(main)} rank="main" picture={layout !== 'words'} sizes={WIDE} />
			</div>
			{rest.length > 0 && (
				<div className={styles.rest}>
					<CardList cards={rest.map(withoutSection)} rank="plain" />
				</div>
			)}
		</section>
	)
}

/**
 * Text-only without a photo; with fewer than two further cards the main card sets its text beside the
 * picture.
 */
function layoutOf(main: ArticleCard, rest: ArticleCard[], turn: number): Layout {
	const layout = main.hero ? (LAYOUTS[turn % LAYOUTS.length] ?? 'left') : 'words'
	return layout !== 'words' && rest.length < 2 ? 'side' : layout
}

/** Moves the newest card with a photo to the front; without any photo the newest card stays first. */
function pictured(cards: ArticleCard[]): ArticleCard[] {
	const main = cards.find((card) => card.hero) ?? cards[0]
	return main ? [main, ...cards.filter((card) => card !== main)] : []
}
