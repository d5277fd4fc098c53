import { messages } from '@/lib/messages/messages'
import '@/components/forms/forms.css'
import type { AdView } from '@/domain/ads'
import { AdBody } from './ad-body'

type Props = {
	ad: AdView
	label: string
	/** Return path after the advertisement is closed: the anchor of the element above it. */
	back: string
}

/** A house advertisement, labelled as one; its form closes it for this browser. */
export function AdSlot({ ad, label, back }: Props) {
	return (
		<aside className="offer" id="advertisement" aria-labelledby="advertisement-label">
			<form method="post" action="/ads/close">
				<input type="hidden" name="ad" value={ad.id} />
				<input type="hidden" name="back" value={back} />
				<button type="submit" className="form-quiet">
					{messages().page.closeAd}
				</button>
			</form>
			<p className="offer-label" id="advertisement-label" dir="auto">
				{label}
			</p>
			<AdBody ad={ad} />
		</aside>
	)
}
