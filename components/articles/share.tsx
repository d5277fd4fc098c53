import { messages } from '@/lib/messages/messages'
import '@/components/forms/forms.css'
import styles from './foot.module.css'

type Props = { headline: string; address: string }

/** Services with an address that opens a new post. The link is all that the page knows of them. */
const SERVICES: Record<string, (text: string, address: string) => string> = {
	WhatsApp: (text, address) => `https://wa.me/?text=${text}%20${address}`,
	Telegram: (text, address) => `https://t.me/share/url?url=${address}&text=${text}`,
	Bluesky: (text, address) => `https://bsky.app/intent/compose?text=${text}%20${address}`,
	// Asks for the reader's own server.
	Mastodon: (text, address) => `https://share.joinmastodon.org/#text=${text}%20${address}`,
	Facebook: (_, address) => `https://www.facebook.com/sharer/sharer.php?u=${address}`,
}

/** The story's URL, selectable with one touch, and links; an island adds the device's share dialog. */
export function Share({ headline, address }: Props) {
	const words = messages().article
	const [text, url] = [encodeURIComponent(headline.toWellFormed()), encodeURIComponent(address)]
	const mail = `mailto:?subject=${text}&body=${text}%0A${url}`
	return (
		<section className={styles.share} id="share" aria-labelledby="share-title">
			<h2 className={styles.label} id="share-title">
				{words.share}
			</h2>
			<p className={styles.address} data-part="address" translate="no">
				<bdi dir="ltr">{address}</bdi>
			</p>
			<p className={styles.ways} data-part="ways">
				<a className="form-quiet" href={mail}>
					{words.sendByMail}
				</a>{' '}
				<a className="form-quiet" href="/follow">
					{words.followUs}
				</a>
			</p>
			<ul className={styles.services} aria-label={messages().reading.shareElsewhere} translate="no">
				{Object.entries(SERVICES).map(([name, link]) => (
					<li key={name}>
						<a href={link(text, url)} rel="noopener nofollow">
							{name}
						</a>
					</li>
				))}
			</ul>
		</section>
	)
}
