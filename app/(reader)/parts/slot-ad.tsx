import { AdBlock } from '@/components/ads/ad-block'
import { type AdPage, type AdSlotName, adFor } from '@/domain/ads'
import { siteSettings } from '@/domain/settings'
import type { Part } from './part'

type Props = Omit<AdPage, 'slot'> & {
	slot: Exclude<AdSlotName, 'corner'>
	/** Position of the part within a story; an advertisement of another position is not shown in it. */
	after?: number
	/** Language tag of the advertisement's label, within a text in another language. */
	lang?: string
}

/** The advertisement of a slot that cannot be closed. */
export const SLOT_AD: Part<Props> = {
	name: 'slot-ad',
	render: async ({ after, lang, ...page }) => {
		const ad = await adFor(page)
		if (!ad || (after !== undefined && after !== ad.afterParagraph)) return null
		return <AdBlock ad={ad} label={ad.label ?? (await siteSettings()).adLabel} slot={page.slot} lang={lang} />
	},
}
