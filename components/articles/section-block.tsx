import type { ArticleCard, SectionName } from '@/domain/articles/views'
import { Card, withoutSection } from './card'
import { CardList } from './card-list'
import styles from './front-page.module.css'

type Props = {
	section: SectionName
	cards: ArticleCard[]
	/** The place of the section on the page: its neighbours are laid out differently. */
	turn: number
}

/** A wide picture left, words only, a wide picture right: the page breathes in and out. */
const RHYTHM = ['left', 'words', 'right'] as const
type Rhythm = (typeof RHYTHM)[number] | 'side'
const WIDE = '(min-width: 64rem) 40rem, 92vw'

export function SectionBlock({ section, cards, turn }: Props) {
	const [main, ...rest] = pictured(cards)
	if (!main) return null
	const rhythm = rhythmOf(main, rest, turn)
	return (
		<section className={`${styles.section} ${styles[rhythm]}`} aria-labelledby={`section-${section.slug}`}>
			<h2 className={styles.name} id={`section-${section.slug}`} dir="auto">
				<a href={`/sections/${section.slug}`}>{section.name}</a>
			</h2>
			<div className={styles.main}>
				<Card card={withoutSection(main)} rank="main" picture={rhythm !== 'words'} sizes={WIDE} />
			</div>
			{rest.length > 0 && (
				<div className={styles.rest}>
					<CardList cards={rest.map(withoutSection)} rank="plain" />
				</div>
			)}
		</section>
	)
}

/** Words alone where there is no picture; with little to stand beside it, the picture has its words there. */
function rhythmOf(main: ArticleCard, rest: ArticleCard[], turn: number): Rhythm {
	const rhythm = main.hero ? (RHYTHM[turn % RHYTHM.length] ?? 'left') : 'words'
	return rhythm !== 'words' && rest.length < 2 ? 'side' : rhythm
}

/** The newest story leads its section, unless only an older one has a picture to lead with. */
function pictured(cards: ArticleCard[]): ArticleCard[] {
	const main = cards.find((card) => card.hero) ?? cards[0]
	return main ? [main, ...cards.filter((card) => card !== main)] : []
}
