'use server'

import { deskAction } from '@/app/desk/desk-action'
import { keepStale } from '@/app/desk/stories/stale-save'
import { choicesOf, storyMerge } from '@/app/desk/stories/story-merge'
import type { FieldMerge } from '@/domain/articles/merge'
import { mergedFields } from '@/domain/articles/merge-story'
import { saveStory } from '@/domain/articles/save'
import { Refusal } from '@/lib/refusal'

/** Saves a merge on top of the revision that it was shown with; after another save the merge begins again. */
export const mergeAction = deskAction(async (viewer, input) => {
	const [id, theirs, token] = [input.number('story'), input.number('theirs'), input.text('autosave')]
	const { mine, fields, slug, currentSlug } = await storyMerge(viewer, id, token, theirs)
	const of = new Map(fields.map((each: FieldMerge) => [each.field, choicesOf(each, input.text)]))
	const merged = mergedFields(mine, fields, (field) => of.get(field) ?? [])
	const address = slug && input.text('choice-slug') !== 'theirs' ? slug : currentSlug
	if (slug && !input.text('choice-slug'))
		throw new Refusal('invalid', 'Please choose an address.', 'choice-slug')
	const outcome = await saveStory(viewer, id, theirs, merged, { slug: address, autosave: token })
	if (outcome.kind === 'saved') return { path: `/desk/stories/${id}`, notice: 'merged', leaves: true }
	const kept = await keepStale(viewer, {
		articleId: id,
		token,
		baseRevisionId: theirs,
		fields: merged,
		slug: address,
	})
	return { path: `/desk/stories/${id}/merge?autosave=${kept}`, notice: 'mergedAgain', leaves: true }
})
