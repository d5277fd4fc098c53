import type { Metadata } from 'next'
import { Front } from '@/components/articles/front'
import { frontPage } from '@/domain/front'
import { siteSettings } from '@/domain/settings'
import { changesAt } from '@/lib/changes'
import { nextDay } from '@/lib/zoned-time'
import { pageMetadata } from './page-metadata'
import { ReaderPage } from './reader-page'

export const dynamic = 'force-dynamic'

export const generateMetadata = (): Promise<Metadata> => pageMetadata({ path: '/' })

export default async function FrontPage() {
	const [front, { timeZone }] = await Promise.all([frontPage(), siteSettings()])
	// The masthead bears the date of the edition.
	changesAt(nextDay(new Date(), timeZone))
	return (
		<ReaderPage path="/" front>
			<Front {...front} />
		</ReaderPage>
	)
}
