import type { Metadata } from 'next'
import { deskViewer } from '@/app/desk/desk-viewer'
import { noticeIn, type Search } from '@/app/desk/notices'
import { AdForm } from '@/components/desk/ads/ad-form'
import { AdList } from '@/components/desk/ads/ad-list'
import styles from '@/components/desk/ads/ads.module.css'
import { Empty, PageHead } from '@/components/desk/desk-frame'
import { currentAd, listAds } from '@/domain/ads'
import { listPhotos } from '@/domain/photos/read'
import { placeAdAction, setAdActiveAction } from './actions'

export const metadata: Metadata = { title: 'Advertisements' }

/** Number of photographs in the picker, newest first. */
const PHOTOS_OFFERED = 60

export default async function AdvertisementsPage({ searchParams }: { searchParams: Search }) {
	const deskUser = await deskViewer('/desk/advertisements', 'place advertisements')
	const shown = await currentAd()
	const ads = (await listAds(deskUser)).map(({ id, title, text, url, active }) => ({
		...{ id, title, text, url, active },
		shown: id === shown?.id,
	}))
	const photos = (await listPhotos(deskUser, { limit: PHOTOS_OFFERED })).map(({ id, caption }) => ({
		id,
		caption: caption ?? '',
	}))
	return (
		<>
			<PageHead title="Advertisements" />
			<div className={styles.page}>
				{ads.length > 0 ? (
					<AdList ads={ads} action={setAdActiveAction} />
				) : (
					<Empty title="No advertisement is placed.">
						<p>
							Stories carry one labelled slot of your own: a subscription, an event, a friend of the house.
							Readers can close it.
						</p>
					</Empty>
				)}
				<AdForm action={placeAdAction} photos={photos} notice={await noticeIn(searchParams)} />
			</div>
		</>
	)
}
