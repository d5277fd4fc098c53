import { autosaveStory } from '@/domain/articles/autosave'
import { saveStory, startStory } from '@/domain/articles/save'
import type { StaffViewer } from '@/domain/permissions'
import { storyFields } from './stories'

/** Adds a story with two versions, and with an unsaved text of its writer on each of them. */
export async function addUnsavedTexts(writer: StaffViewer): Promise<void> {
	const fields = await storyFields(writer, { headline: `Two versions of ${writer.person.name}` })
	const { articleId, revisionId } = await startStory(writer, fields)
	const saved = await saveStory(writer, articleId, revisionId, { ...fields, kicker: 'Second' })
	if (saved.kind !== 'saved') throw new Error(`The story is ${saved.kind}.`)
	for (const baseRevisionId of [revisionId, saved.revisionId]) {
		const token = crypto.randomUUID()
		await autosaveStory(writer, { token, articleId, baseRevisionId, fields: { headline: ['Unsaved'] } })
	}
}
