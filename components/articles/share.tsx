import { messages } from '@/lib/messages/messages'
import '@/components/forms/forms.css'
import styles from './foot.module.css'

type Props = { headline: string; address: string }

/** The story's URL, selectable with one touch, and links; an island adds the device's share dialog. */
export function Share({ headline, address }: Props) {
	const words = messages().article
	const mail = `mailto:?subject=${encodeURIComponent(headline)}&body=${encodeURIComponent(`${headline}\n${address}`)}`
	return (
		<section className={styles.share} id="share" aria-labelledby="share-title">
			<h2 className={styles.label} id="share-title">
				{words.share}
			</h2>
			<p className={styles.address} data-part="address" translate="no">
				{address}
			</p>
			<p className={styles.ways} data-part="ways">
				<a className="form-quiet" href={mail}>
					{words.sendByMail}
				</a>
				<a className="form-quiet" href="/follow">
					{words.followUs}
				</a>
			</p>
		</section>
	)
}
