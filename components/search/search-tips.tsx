import styles from './search.module.css'

/** How to search, and the switch of the key `/`, which the page's script shows. */
export const SearchTips = () => (
	<div className={styles.tips}>
		<p>
			Every word must be in the story: headline, text, caption or author’s name. “Quotation marks” keep words
			together, and a minus leaves a word out: bridge −toll.
		</p>
		<p data-search-key hidden>
			The key / opens the search on every page.{' '}
			<button type="button" className="form-quiet">
				Switch it off
			</button>
		</p>
	</div>
)
