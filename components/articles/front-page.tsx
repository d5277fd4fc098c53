import type { ArticleCard, SectionName } from '@/domain/articles/views'
import { messages } from '@/lib/messages/messages'
import { Card } from './card'
import { CardList } from './card-list'
import { FromReaders, type FromReadersProps } from './from-readers'
import styles from './front-page.module.css'
import { SectionBlock } from './section-block'

type Props = {
	lead: ArticleCard | null
	second: ArticleCard[]
	latest: ArticleCard[]
	sections: { section: SectionName; cards: ArticleCard[] }[]
} & FromReadersProps

const LEAD_SIZES = '(min-width: 76rem) 43rem, (min-width: 64rem) 56vw, 88vw'

export function FrontPage({ lead, second, latest, sections, ...readers }: Props) {
	if (!lead) return <p className={styles.empty}>{messages().article.firstStory}</p>
	return (
		<div className={styles.front}>
			<div className={`${styles.top} ${lead.hero ? '' : styles.withoutPicture}`.trimEnd()}>
				<div className={styles.lead} data-lead>
					<Card card={lead} rank="lead" picture sizes={LEAD_SIZES} priority under={1} />
				</div>
				<div className={styles.second}>
					{second.map((card, index) => (
						<Card
							key={card.id}
							card={card}
							rank="second"
							picture={index === 0}
							standfirst={index === 0}
							under={1}
						/>
					))}
				</div>
				{latest.length > 0 && (
					<section className={styles.latest} aria-labelledby="latest">
						<h2 id="latest">{messages().article.latest}</h2>
						<CardList cards={latest} rank="brief" />
					</section>
				)}
			</div>
			<FromReaders {...readers} />
			{sections.map(({ section, cards }, index) => (
				<SectionBlock key={section.slug} section={section} cards={cards} turn={index} />
			))}
		</div>
	)
}
