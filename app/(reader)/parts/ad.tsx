import { AdSlot } from '@/components/ads/ad-slot'
import { adFor } from '@/domain/ads'
import { siteSettings } from '@/domain/settings'
import type { Part } from './part'

type Props = {
	/** Return path after closing. */
	back: string
	section: string | undefined
}

/** The advertisement of the corner, unless this browser has closed it. */
export const AD: Part<Props> = {
	name: 'ad',
	render: async ({ back, section }, { closedAds }) => {
		const ad = await adFor({ slot: 'corner', section })
		if (!ad || closedAds.includes(ad.id)) return null
		return <AdSlot ad={ad} label={ad.label ?? (await siteSettings()).adLabel} back={back} />
	},
}
