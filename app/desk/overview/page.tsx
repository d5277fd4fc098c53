import type { Metadata } from 'next'
import { deskViewer } from '@/app/desk/desk-viewer'
import { PageHead } from '@/components/desk/desk-frame'
import formStyles from '@/components/desk/form/form.module.css'
import { HourChart } from '@/components/desk/overview/hour-chart'
import { MoodShares } from '@/components/desk/overview/mood-shares'
import styles from '@/components/desk/overview/overview.module.css'
import { Present, Published, Said, Waiting } from '@/components/desk/overview/overview-lists'
import { overview } from '@/domain/overview'
import { can } from '@/domain/permissions'
import { responsesToday } from '@/domain/responses-by-hour'
import { siteSettings } from '@/domain/settings'

export const metadata: Metadata = { title: 'Overview' }

export default async function OverviewPage() {
	const deskUser = await deskViewer('/desk/overview')
	const locale = await siteSettings()
	const mayWrite = can(deskUser, 'write stories')
	const shown = await overview(deskUser)
	const { votes, comments, moods } = await responsesToday(locale.timeZone)
	const lists = { overview: shown, locale }
	return (
		<>
			<PageHead title="Overview">
				{mayWrite && (
					<a href="/desk/stories/new" className={formStyles.primary}>
						New story
					</a>
				)}
			</PageHead>
			<div className={styles.page}>
				<div className={styles.column}>
					<Waiting {...lists} mayWrite={mayWrite} />
					<Published {...lists} mayEditAny={can(deskUser, 'edit any story')} />
				</div>
				<div className={styles.column}>
					<section className={styles.block} aria-labelledby="overview-readers">
						<h2 id="overview-readers">Readers today</h2>
						<HourChart title="Mood votes by hour" unit="mood votes" hours={votes} />
						<MoodShares moods={moods} />
						<HourChart title="Comments by hour" unit="comments" hours={comments} />
						<Said said={shown.said} />
					</section>
					<Present present={shown.present} locale={locale} />
				</div>
			</div>
		</>
	)
}
