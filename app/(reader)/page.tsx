import type { Metadata } from 'next'
import { newsMediaOrganization } from '@/app/(reader)/organisation-data'
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

export const dynamic = 'force-dynamic'

export const generateMetadata = (): Promise<Metadata> => pageMetadata({ path: '/' })

export default async function FrontPageRoute() {
	const [front, organisation] = await Promise.all([frontPage(), findOrganisation()])
	// The masthead shows the date, so the page expires at midnight of the site.
	expiresAt(startOfNextDay(new Date(), organisation.timeZone))
	return (
		<ReaderPage path="/" front>
			<JsonLd facts={{ '@context': 'https://schema.org', ...newsMediaOrganization(organisation) }} />
			<PagePart part={SLOT_AD} props={{ slot: 'top' }} />
			<FrontPage {...front} limits={BLOCK_LIMITS} />
		</ReaderPage>
	)
}
