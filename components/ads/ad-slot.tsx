import '@/components/forms/forms.css'
import { Picture } from '@/components/photos/picture'
import type { AdView } from '@/domain/ads'
import { creditLine } from '@/lib/photo-paths'
import './ads.css'

type Props = {
	ad: AdView
	label: string
	/** Return path after the advertisement is closed: the anchor of the element above it. */
	back: string
}

/** A house advertisement, labelled as one; its form closes it for this browser. */
export function AdSlot({ ad: { id, title, text, url, photo }, label, back }: Props) {
	return (
		<aside className="offer" id="advertisement" aria-labelledby="advertisement-label">
			<form method="post" action="/ads/close">
				<input type="hidden" name="ad" value={id} />
				<input type="hidden" name="back" value={back} />
				<button type="submit" className="form-quiet">
					Close
				</button>
			</form>
			<p className="offer-label" id="advertisement-label" dir="auto">
				{label}
			</p>
			<div className="offer-body">
				{photo && (
					<figure>
						<Picture photo={photo} sizes="(min-width: 48rem) 16rem, 92vw" small />
						{creditLine(photo.credit) && <figcaption dir="auto">{creditLine(photo.credit)}</figcaption>}
					</figure>
				)}
				<div>
					<p className="offer-title" dir="auto">
						<a href={url} rel="sponsored noopener">
							{title}
						</a>
					</p>
					<p dir="auto">{text}</p>
				</div>
			</div>
		</aside>
	)
}
