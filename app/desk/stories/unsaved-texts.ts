import { deskTime, type Locale } from '@/components/desk/desk-time'
import type { UnsavedText } from '@/components/desk/stories/autosave/unsaved-text'
import type { InitialStory } from '@/components/desk/stories/story-initial'
import { bodyIn, markdownIn } from '@/components/desk/stories/story-values'
import { type Autosave, findAutosave, listAutosaves } from '@/domain/articles/autosave'
import type { Viewer } from '@/domain/permissions'
import { isRefusal } from '@/lib/refusal'

/** The viewer's unsaved texts of a story, without the one that the form opens with. */
export async function unsavedTexts(
	viewer: Viewer,
	articleId: number | null,
	locale: Locale,
	taken: string | undefined,
): Promise<UnsavedText[]> {
	const kept = await listAutosaves(viewer, articleId)
	return kept
		.filter(({ token }) => token !== taken)
		.map(({ token, baseRevisionId, fields, savedAt }) => ({
			token,
			baseRevisionId: String(baseRevisionId ?? ''),
			values: fields,
			at: savedAt.getTime(),
			time: deskTime(savedAt, locale),
		}))
}

/** The autosave that the page's address names; null if it was saved or discarded since. */
export async function takenText(
	viewer: Viewer,
	articleId: number | null,
	token: string | undefined,
): Promise<Autosave | null> {
	if (!token) return null
	try {
		const found = await findAutosave(viewer, token)
		return found.articleId === articleId ? found : null
	} catch (error) {
		if (isRefusal(error)) return null
		throw error
	}
}

/** A form that opens with an autosave, on the revision that it was begun on. */
export function startFrom(start: InitialStory, autosave: Autosave | null): InitialStory {
	if (!autosave) return start
	const { token, baseRevisionId, fields } = autosave
	return {
		...start,
		revisionId: baseRevisionId ?? undefined,
		values: { ...start.values, ...fields },
		body: bodyIn(fields) ?? start.body,
		text: bodyIn(fields) ? undefined : markdownIn(fields),
		token,
	}
}
