import { and, eq, isNull, notInArray } from 'drizzle-orm'
import { readDb } from '@/db'
import { articles, sections } from '@/db/schema'
import { dependsOn } from '@/lib/invalidation'
import { liveCards } from './articles/cards'
import { tagAsList } from './articles/publication-order'
import type { ArticleCard, SectionName } from './articles/views'

/** Numbers of stories after the lead: the second rank, then the latest by date. */
const SECOND_RANK = 3
const LATEST = 6
/** Stories per section on the front page. */
const SECTION_STORIES = 4

export type FrontPage = {
	lead: ArticleCard | null
	second: ArticleCard[]
	latest: ArticleCard[]
	sections: { section: SectionName; cards: ArticleCard[] }[]
}

/** Front page query: the newest stories in ranks, then each section with stories not shown above. */
export async function frontPage(): Promise<FrontPage> {
	await tagAsList()
	dependsOn('sections')
	const [lead, ...rest] = await liveCards({ limit: 1 + SECOND_RANK + LATEST })
	const second = rest.slice(0, SECOND_RANK)
	const shown = [lead, ...second].flatMap((card) => card?.id ?? [])
	const rows = await readDb()
		.select()
		.from(sections)
		.where(and(isNull(sections.retiredAt), isNull(sections.mergedIntoId)))
		.orderBy(sections.position, sections.id)
	const sectionBlocks = await Promise.all(
		rows.map(async ({ id, slug, name }) => ({
			section: { slug, name },
			cards: await liveCards({
				where: and(eq(articles.sectionId, id), notInArray(articles.id, shown)),
				limit: SECTION_STORIES,
			}),
		})),
	)
	return {
		lead: lead ?? null,
		second,
		latest: rest.slice(SECOND_RANK),
		sections: sectionBlocks.filter((block) => block.cards.length > 0),
	}
}
