import { messages } from '@/lib/messages/messages'
import styles from './search.module.css'

/** How to search, and the switch of the key `/`, which the page's script shows. */
export function SearchTips() {
	const { search, islands } = messages()
	return (
		<div className={styles.tips}>
			<p>{search.tips}</p>
			<p data-search-key hidden>
				{search.keyTip}{' '}
				<button type="button" className="form-quiet">
					{islands.switchOff}
				</button>
			</p>
		</div>
	)
}
