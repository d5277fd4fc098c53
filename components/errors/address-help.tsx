import '@/components/forms/forms.css'
import './address-help.css'
import { StoryLink } from '@/components/articles/story-link'
import type { StoryName } from '@/domain/articles/views'
import { messages } from '@/lib/messages/messages'
import { QUERY_LENGTH_MAX } from '@/lib/search-query'

type Props = {
	/** The words of the address that was asked for; empty if they are not known. */
	words: string
	stories: StoryName[]
}

/** Help on a page of an unknown address: stories with a similar one, and the search with its words. */
export function AddressHelp({ words, stories }: Props) {
	const { lists, page } = messages()
	return (
		<div className="address-help">
			{stories.length > 0 && (
				<section aria-labelledby="perhaps">
					<h2 id="perhaps">{lists.perhaps}</h2>
					<ul>
						{stories.map((story) => (
							<li key={story.slug}>
								<StoryLink story={story} />
							</li>
						))}
					</ul>
				</section>
			)}
			<form method="get" action="/search">
				{/* biome-ignore lint/a11y/useSemanticElements: old text browsers do not know the search element. */}
				<div role="search">
					<div className="form-field">
						<label htmlFor="address-q">{lists.searchStories}</label>
						<input
							id="address-q"
							type="search"
							name="q"
							defaultValue={words}
							maxLength={QUERY_LENGTH_MAX}
							dir="auto"
							autoComplete="off"
							data-search-field
						/>
					</div>
					<button type="submit" className="form-button">
						{page.search}
					</button>
				</div>
			</form>
		</div>
	)
}
