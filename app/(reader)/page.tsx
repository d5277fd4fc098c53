import type { Metadata } from 'next'
import { FrontPage } from '@/components/articles/front-page'
import { JsonLd } from '@/components/articles/json-ld'
import { frontPage } from '@/domain/front-page'
import { BLOCK_LIMITS } from '@/domain/front-page-blocks'
import { findOrganisation } from '@/domain/organisation'
import { expiresAt } from '@/lib/invalidation'
import { startOfNextDay } from '@/lib/time-zone'
import { pageMetadata } from './page-metadata'
import { PagePart } from './parts/page-part'
import { SLOT_AD } from './parts/slot-ad'
import { ReaderPage } from './reader-page'
import { SearchDescription } from './search/search-description'
import { frontPageGraph } from './structured-data'

export const dynamic = 'force-dynamic'

/** Browsers find the icons by their names; search engines look for the link on the front page. */
const ICONS = { icon: { url: '/favicon.ico', sizes: '48x48' }, apple: '/apple-touch-icon.png' }

export const generateMetadata = async (): Promise<Metadata> => ({
	...(await pageMetadata({ path: '/' })),
	icons: ICONS,
})

export default async function FrontPageRoute() {
	const [front, organisation] = await Promise.all([frontPage(), findOrganisation()])
	// The masthead shows the date, so the page expires at midnight of the site.
	expiresAt(startOfNextDay(new Date(), organisation.timeZone))
	return (
		<ReaderPage path="/" front>
			<JsonLd facts={frontPageGraph(organisation)} />
			<SearchDescription siteName={organisation.siteName} />
			<PagePart part={SLOT_AD} props={{ slot: 'top' }} />
			<FrontPage {...front} limits={BLOCK_LIMITS} />
		</ReaderPage>
	)
}
