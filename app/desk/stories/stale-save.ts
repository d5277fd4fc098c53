import { randomBytes } from 'node:crypto'
import { autosaveStory } from '@/domain/articles/autosave'
import type { StoryFields } from '@/domain/articles/fields'
import type { Viewer } from '@/domain/permissions'
import { valuesOfStory } from './story-fields'

type Stale = {
	articleId: number
	/** Token of the form; empty without scripts. */
	token: string
	baseRevisionId: number
	fields: StoryFields
	slug: string | undefined
}

/** Keeps the text of a save that met a newer one, for the merge page. @returns its token */
export async function keepStale(viewer: Viewer, stale: Stale): Promise<string> {
	const { articleId, baseRevisionId, fields, slug } = stale
	const token = stale.token || randomBytes(16).toString('hex')
	const values = { ...valuesOfStory(fields, slug), bodyJson: [JSON.stringify(fields.body)] }
	await autosaveStory(viewer, { token, articleId, baseRevisionId, fields: values })
	return token
}
