import { messages } from '@/lib/messages/messages'
import '@/components/forms/forms.css'
import type { SectionName } from '@/domain/articles/views'
import { QUERY_LENGTH_MAX } from '@/lib/search-query'
import styles from './search.module.css'

/** The fields of a search as typed. */
export type SearchFields = { q: string; section: string; author: string; from: string; to: string }

type Props = { fields: SearchFields; sections: SectionName[] }

export function SearchForm({ fields, sections }: Props) {
	const { section, author, from, to } = fields
	const words = messages().search
	return (
		<form className={styles.form} method="get" action="/search">
			{/* biome-ignore lint/a11y/useSemanticElements: old text browsers do not know the search element. */}
			<div role="search">
				<div className={styles.query}>
					<div className="form-field">
						<label htmlFor="search-q">{words.wordsInStory}</label>
						<input
							id="search-q"
							type="search"
							name="q"
							defaultValue={fields.q}
							maxLength={QUERY_LENGTH_MAX}
							dir="auto"
							autoComplete="off"
							data-search-field
						/>
					</div>
					<button type="submit" className="form-button">
						{words.submit}
					</button>
				</div>
				<details className={styles.filters} open={Boolean(section || author || from || to)}>
					<summary>{words.filters}</summary>
					<div className={styles.fields}>
						<div className="form-field">
							<label htmlFor="search-section">{words.section}</label>
							<select id="search-section" name="section" defaultValue={section}>
								<option value="">{words.allSections}</option>
								{sections.map(({ slug, name }) => (
									<option key={slug} value={slug} dir="auto">
										{name}
									</option>
								))}
							</select>
						</div>
						<div className="form-field">
							<label htmlFor="search-author">{words.author}</label>
							<input id="search-author" name="author" defaultValue={author} maxLength={100} dir="auto" />
						</div>
						<div className="form-field">
							<label htmlFor="search-from">{words.from}</label>
							<input id="search-from" type="date" name="from" defaultValue={from} />
						</div>
						<div className="form-field">
							<label htmlFor="search-to">{words.to}</label>
							<input id="search-to" type="date" name="to" defaultValue={to} />
						</div>
					</div>
				</details>
			</div>
		</form>
	)
}
