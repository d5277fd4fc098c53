import { messages } from '@/lib/messages/messages'
import { READING_LIST_PATH } from '@/lib/reading-list-path'
import './reading.css'

/** Button that puts a story into the reader's list or takes it out; a saved story links the list. */
export function SaveStory({ slug, saved }: { slug: string; saved: boolean }) {
	const { saveForLater, savedForLater, readingList } = messages().saving
	return (
		<form className="saving" id="saving" method="post" action={`/news/${slug}/saved`}>
			<button type="submit" name="saved" value={saved ? 'no' : 'yes'} aria-pressed={saved}>
				{saved ? savedForLater : saveForLater}
			</button>
			{saved && (
				<>
					{' '}
					<a href={READING_LIST_PATH}>{readingList}</a>
				</>
			)}
		</form>
	)
}
