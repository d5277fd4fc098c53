import { and, eq } from 'drizzle-orm'
import { readDb } from '@/db'
import { revisions } from '@/db/schema'
import { bodyOfCheckedText } from '../body/checked-text'
import type { Block, BodyDocument } from '../body/document'
import { parseBody } from '../body/validate'
import { authorize, type Viewer } from '../permissions'
import { requireEditable } from './access'
import type { StoryFields } from './fields'
import { type Choice, chosenLines, type FieldMerge, type Line, type MergedField } from './merge'
import { readRevision, type StoredRevision } from './revisions'

/** A revision of a story by its id; null for one of another story. @throws Refusal */
export async function revisionOf(
	viewer: Viewer,
	articleId: number,
	revisionId: number,
): Promise<StoredRevision | null> {
	authorize(viewer, 'write stories')
	await requireEditable(readDb(), viewer, articleId)
	const [row] = await readDb()
		.select({ id: revisions.id })
		.from(revisions)
		.where(and(eq(revisions.id, revisionId), eq(revisions.articleId, articleId)))
	return row ? readRevision(row.id) : null
}

/**
 * The fields of a merge with a choice for each conflict of each field.
 * @throws Refusal `invalid` for a written text that no body can hold
 */
export function mergedFields(
	mine: StoryFields,
	merge: FieldMerge[],
	choices: (field: MergedField) => Choice[],
): StoryFields {
	const merged = { ...mine }
	for (const { field, parts } of merge) {
		const lines = chosenLines(parts, choices(field))
		const texts = lines.map((line) => (typeof line === 'string' ? line : line.text))
		if (field === 'body') merged.body = bodyOf(lines)
		else if (field === 'sources') merged.sources = lines.flatMap(sourceOf)
		else if (field === 'bylines' || field === 'tags') merged[field] = [...new Set(texts)]
		else if (field === 'heroPhotoId') merged.heroPhotoId = texts[0] ? Number(texts[0]) : null
		else merged[field] = texts.join(' ')
	}
	return merged
}

const bodyOf = (lines: (Line | string)[]): BodyDocument =>
	parseBody({
		version: 1,
		content: lines.flatMap((line) =>
			typeof line === 'string' ? bodyOfCheckedText(line).content : [JSON.parse(line.key) as Block],
		),
	})

const sourceOf = (line: Line | string) => (typeof line === 'string' ? [] : [JSON.parse(line.key)])
