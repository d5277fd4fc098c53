import { AdSlot } from '@/components/ads/ad-slot'
import { currentAd } from '@/domain/ads'
import { siteSettings } from '@/domain/settings'
import type { Part } from './part'

/** The current house advertisement, unless this browser has closed it. `back` is the return path after closing. */
export const AD: Part<{ back: string }> = {
	name: 'ad',
	render: async ({ back }, { closedAd }) => {
		const ad = await currentAd()
		if (!ad || closedAd === String(ad.id)) return null
		return <AdSlot ad={ad} label={(await siteSettings()).adLabel} back={back} />
	},
}
