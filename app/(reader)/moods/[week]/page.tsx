import type { Metadata } from 'next'
import { endWithOverride } from '@/app/_http/page-errors'
import { NO_PERIOD } from '@/app/(reader)/overrides'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { editionPath, MoodEdition, weekTitle } from '@/components/counts/mood-edition'
import { isEditionWeek, moodEdition } from '@/domain/mood-edition/edition'
import { siteMessages, siteSettings } from '@/domain/settings'
import { addDays } from '@/lib/weeks'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ week: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { week } = await params
	if (!(await isEditionWeek(week))) return { robots: { index: false } }
	const words = (await siteMessages()).counts
	const title = `${words.edition}, ${weekTitle(week, await siteSettings())}`
	return pageMetadata({ title, description: words.editionLead, path: editionPath(week) })
}

/** The mood votes of a week. */
export default async function MoodWeekPage({ params }: Props) {
	const { week } = await params
	if (!(await isEditionWeek(week))) return endWithOverride(NO_PERIOD)
	const beside = async (days: number) => {
		const other = addDays(week, days)
		return (await isEditionWeek(other)) ? other : null
	}
	return (
		<ReaderPage path={editionPath(week)}>
			<MoodEdition
				edition={await moodEdition(week)}
				previous={await beside(-7)}
				next={await beside(7)}
				locale={await siteSettings()}
			/>
		</ReaderPage>
	)
}
