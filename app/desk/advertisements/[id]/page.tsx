import type { Metadata } from 'next'
import { deskViewer, orErrorPage, parseId } from '@/app/desk/desk-viewer'
import { noticeIn, type Search } from '@/app/desk/notices'
import { AdCounts } from '@/components/desk/ads/ad-counts'
import { AdChangeForm } from '@/components/desk/ads/ad-form'
import styles from '@/components/desk/ads/ads.module.css'
import { PageHead } from '@/components/desk/desk-frame'
import { RemovePanel } from '@/components/desk/trash/remove-panel'
import { findAd } from '@/domain/ads-desk'
import { siteSettings } from '@/domain/settings'
import { removeAction } from '../../trash/actions'
import { changeAdAction } from '../actions'
import { adOptions, adState, adValues } from '../ad-fields'

export const metadata: Metadata = { title: 'Advertisement' }

type Props = { params: Promise<{ id: string }>; searchParams: Search }

export default async function AdvertisementPage({ params, searchParams }: Props) {
	const { id } = await params
	const deskUser = await deskViewer(`/desk/advertisements/${id}`, 'place advertisements')
	const { ad, days } = await orErrorPage(findAd(deskUser, parseId(id)))
	const locale = await siteSettings()
	return (
		<>
			<PageHead title="Advertisement">
				<a href="/desk/advertisements">All advertisements</a>
			</PageHead>
			<div className={styles.page}>
				<AdChangeForm
					id={ad.id}
					values={adValues(ad, locale.timeZone)}
					action={changeAdAction}
					options={await adOptions(deskUser, ad.photoId)}
					notice={await noticeIn(searchParams)}
				/>
				<div className={styles.add}>
					<AdCounts days={days} state={adState({ ...ad, impressions: 0, clicks: 0 }, locale)} />
					{ad.retiredAt && (
						<RemovePanel
							kind="ad"
							id={ad.id}
							uses={[]}
							effect="It leaves the list of retired ones, with its counts."
							action={removeAction}
						/>
					)}
				</div>
			</div>
		</>
	)
}
