import { messages } from '@/lib/messages/messages'
import styles from './account.module.css'

/** The download of all data of an account. */
export function DataSection() {
	const words = messages().ownData
	return (
		<section id="data">
			<h2>{words.download}</h2>
			<p>{words.downloadHint}</p>
			<form method="post" action="/account/download" className={styles.buttons}>
				<button type="submit" className="form-quiet" name="format" value="html">
					{words.asPage}
				</button>{' '}
				<button type="submit" className="form-quiet" name="format" value="json">
					{words.asJson}
				</button>
			</form>
		</section>
	)
}
