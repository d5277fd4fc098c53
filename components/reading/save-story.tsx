import { READING_LIST, SAVE_WORDS } from '@/lib/saving-words'
import './reading.css'

/** Button that puts a story into the reader's list or takes it out; a saved story links the list. */
export function SaveStory({ slug, saved }: { slug: string; saved: boolean }) {
	return (
		<form className="saving" id="saving" method="post" action={`/news/${slug}/saved`}>
			<button type="submit" name="saved" value={saved ? 'no' : 'yes'} aria-pressed={saved}>
				{saved ? SAVE_WORDS.saved : SAVE_WORDS.save}
			</button>
			{saved && (
				<>
					{' '}
					<a href={READING_LIST.path}>{READING_LIST.name}</a>
				</>
			)}
		</form>
	)
}
