import { Picture } from '@/components/photos/picture'
import type { AdView } from '@/domain/ads'
import { creditLine } from '@/lib/photo-paths'
import './ads.css'

/**
 * Picture, title and text of an advertisement. Its link counts the click and redirects; the pixel counts that
 * the advertisement came into view. Neither sets a cookie.
 */
export function AdBody({ ad: { id, title, text, photo } }: { ad: AdView }) {
	return (
		<div className="offer-body">
			{photo && (
				<figure>
					<Picture photo={photo} sizes="(min-width: 48rem) 16rem, 92vw" small />
					{creditLine(photo.credit) && <figcaption dir="auto">{creditLine(photo.credit)}</figcaption>}
				</figure>
			)}
			<div>
				<p className="offer-title" dir="auto">
					<a href={`/ads/${id}/visit`} rel="sponsored noopener">
						{title}
					</a>
				</p>
				<p dir="auto">{text}</p>
				<img className="offer-seen" src={`/ads/${id}/seen`} alt="" width="1" height="1" loading="lazy" />
			</div>
		</div>
	)
}
