import type { Metadata } from 'next'
import { deskViewer } from '@/app/desk/desk-viewer'
import { noticeIn, paramsIn, type Search } from '@/app/desk/notices'
import { Counting } from '@/components/desk/ads/ad-counts'
import { AdForm } from '@/components/desk/ads/ad-form'
import { AdList } from '@/components/desk/ads/ad-list'
import styles from '@/components/desk/ads/ads.module.css'
import { Empty, PageHead } from '@/components/desk/desk-frame'
import { PageNotice } from '@/components/desk/form/page-notice'
import { listAds } from '@/domain/ads-desk'
import { siteSettings } from '@/domain/settings'
import { toLocalDateTime } from '@/lib/time-zone'
import { decideAdAction, placeAdAction } from './actions'
import { adOptions, adState } from './ad-fields'

export const metadata: Metadata = { title: 'Advertisements' }

/** Days of the counts in the list. */
const DAYS = 30
const DAY_MS = 86_400_000

export default async function AdvertisementsPage({ searchParams }: { searchParams: Search }) {
	const deskUser = await deskViewer('/desk/advertisements', 'place advertisements')
	const locale = await siteSettings()
	const retired = (await paramsIn(searchParams)).show === 'retired'
	const since = toLocalDateTime(new Date(Date.now() - DAYS * DAY_MS), locale.timeZone).slice(0, 10)
	const ads = (await listAds(deskUser, { retired, since })).map((ad) => ({
		...{ id: ad.id, title: ad.title, text: ad.text, url: ad.url, slot: ad.slot, active: ad.active },
		retired,
		state: adState(ad, locale),
		impressions: ad.impressions,
		clicks: ad.clicks,
	}))
	const notice = await noticeIn(searchParams)
	return (
		<>
			<PageHead title={retired ? 'Retired advertisements' : 'Advertisements'}>
				<a href={retired ? '/desk/advertisements' : '/desk/advertisements?show=retired'}>
					{retired ? 'Advertisements in use' : 'Retired ones'}
				</a>
			</PageHead>
			{notice && <PageNotice text={notice} className={styles.passed} />}
			<div className={retired ? undefined : styles.page}>
				<div>
					{ads.length > 0 ? (
						<>
							<AdList ads={ads} action={decideAdAction} days={DAYS} />
							<Counting />
						</>
					) : (
						<NoAd retired={retired} />
					)}
				</div>
				{!retired && <AdForm action={placeAdAction} options={await adOptions(deskUser)} notice={null} />}
			</div>
		</>
	)
}

const NoAd = ({ retired }: { retired: boolean }) =>
	retired ? (
		<Empty title="No advertisement is retired.">
			<p>A retired advertisement is off all pages and can be restored here, with its counts.</p>
		</Empty>
	) : (
		<Empty title="No advertisement is placed.">
			<p>
				Pages carry labelled slots of your own: a subscription, an event, a friend of the house. Readers can
				close the one at the foot of a story.
			</p>
		</Empty>
	)
