import { findAutosave } from '@/domain/articles/autosave'
import { normalizeFields, type StoryFields } from '@/domain/articles/fields'
import { type Choice, type FieldMerge, type MergedField, mergeStories } from '@/domain/articles/merge'
import { revisionOf } from '@/domain/articles/merge-story'
import type { StoredRevision } from '@/domain/articles/revisions'
import { findStory } from '@/domain/articles/stories'
import type { Viewer } from '@/domain/permissions'
import { type FormValues, firstOf } from '@/lib/form-values'
import { Refusal } from '@/lib/refusal'
import { fieldsOfPost } from './story-fields'

export type StoryMerge = {
	mine: StoryFields
	theirs: StoredRevision
	fields: FieldMerge[]
	/** The typed address, where it is not the story's. */
	slug: string | null
	currentSlug: string
}

/** Choices that make sense for a field, besides one of both texts. */
export const CHOICES: Record<MergedField, { both: boolean; written: boolean }> = {
	kicker: { both: false, written: true },
	headline: { both: false, written: true },
	standfirst: { both: false, written: true },
	section: { both: false, written: false },
	bylines: { both: true, written: false },
	heroPhotoId: { both: false, written: false },
	heroCaption: { both: false, written: true },
	body: { both: true, written: true },
	sources: { both: true, written: false },
	tags: { both: true, written: false },
}

/**
 * Merge of an autosave with a newer revision of its story: of `theirsId`, or else the newest.
 * @throws Refusal `not-found` if there is no such text or revision
 */
export async function storyMerge(
	viewer: Viewer,
	articleId: number,
	token: string,
	theirsId?: number,
): Promise<StoryMerge> {
	const story = await findStory(viewer, articleId)
	const autosave = await findAutosave(viewer, token)
	const base = await revisionOf(viewer, articleId, autosave.baseRevisionId ?? 0)
	const theirs = await revisionOf(viewer, articleId, theirsId ?? story.headRevisionId)
	if (!base || !theirs || autosave.articleId !== articleId)
		throw new Refusal('not-found', 'This text does not belong to this story.')
	const mine = normalizeFields(fieldsOfPost(inputOf(autosave.fields)))
	const slug = firstOf(autosave.fields, 'slug')
	return {
		mine,
		theirs,
		fields: mergeStories(base.fields, mine, theirs.fields),
		slug: slug && slug !== story.slug ? slug : null,
		currentSlug: story.slug,
	}
}

/** Autosaved values of a story form, as a submitted form has them. */
export const inputOf = (values: FormValues) => ({
	text: (name: string) => firstOf(values, name),
	list: (name: string) => values[name] ?? [],
	number: (name: string) => Number(firstOf(values, name) || Number.NaN),
	file: () => null,
})

/** Name of the field with the choice of a conflict, and of the one with its written text. */
export const choiceName = (field: string, index: number): string => `choice-${field}-${index}`
export const writtenName = (field: string, index: number): string => `written-${field}-${index}`

/** The submitted choices of a field's conflicts. @throws Refusal `invalid` for a missing one */
export function choicesOf({ field, parts }: FieldMerge, text: (name: string) => string): Choice[] {
	return parts
		.filter(({ kind }) => kind === 'conflict')
		.map((_, index): Choice => {
			const kind = text(choiceName(field, index))
			const { both, written } = CHOICES[field]
			if (kind === 'mine' || kind === 'theirs' || (kind === 'both' && both)) return { kind }
			if (kind === 'written' && written) return { kind, text: text(writtenName(field, index)) }
			throw new Refusal(
				'invalid',
				'Please choose a text for each place that both of you changed.',
				choiceName(field, index),
			)
		})
}
