import type { AdSlotName, AdView } from '@/domain/ads'
import { AdBody } from './ad-body'

type Props = { ad: AdView; label: string; slot: Exclude<AdSlotName, 'corner'>; lang?: string | undefined }

const CLASSES = {
	top: 'offer offer-top',
	'in article': 'offer offer-within',
	'end of article': 'offer offer-within',
}
const IDS = { top: 'top', 'in article': 'within', 'end of article': 'end' }

/** A labelled advertisement above a page, within a story or at its end. */
export function AdBlock({ ad, label, slot, lang }: Props) {
	const id = `advertisement-${IDS[slot]}`
	return (
		<aside className={CLASSES[slot]} aria-labelledby={id} lang={lang}>
			<p className="offer-label" id={id} dir="auto">
				{label}
			</p>
			<AdBody ad={ad} />
		</aside>
	)
}
