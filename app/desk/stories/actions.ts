'use server'

import {
	deskAction,
	type FormInput,
	type FormRetry,
	type FormSuccess,
	refusalState,
} from '@/app/desk/desk-action'
import type { Notice } from '@/app/desk/notices'
import { deskTime } from '@/components/desk/desk-time'
import { publicationWords } from '@/components/desk/stories/story-state'
import type { Decision } from '@/domain/articles/decision'
import { normalizeFields, type StoryFields } from '@/domain/articles/fields'
import { type Publication, publicationIn, publicationToken } from '@/domain/articles/publication'
import { saveStory, startStory } from '@/domain/articles/save'
import { findStory, type StoryDraft } from '@/domain/articles/stories'
import { siteSettings } from '@/domain/settings'
import { decisionIn } from './decision-in'
import { withNewPhoto } from './new-photo'
import { fieldsOfPost, textOfStory } from './story-fields'

export const startStoryAction = deskAction(async (viewer, input) => {
	const { articleId } = await startStory(viewer, await withNewPhoto(viewer, input, fieldsOfPost(input)))
	return { path: `/desk/stories/${articleId}`, notice: 'started', leaves: true }
})

/**
 * Saves the story if changed, and applies the decision (publish, schedule, withdraw …) to exactly that text. The
 * text is saved also if the decision is refused. A conflict with a newer save or decision writes nothing.
 */
export const storyAction = deskAction(async (viewer, input): Promise<FormSuccess | FormRetry> => {
	const [id, base] = [input.number('story'), input.number('baseRevisionId')]
	const fields = await withNewPhoto(viewer, input, fieldsOfPost(input))
	const { decision, refused } = await decisionIn(input)
	const slug = input.list('slug')[0]
	const saved = await saveStory(viewer, id, base, fields, { slug, decision })
	if (saved.kind === 'stale') return staleState(input, await findStory(viewer, id), normalizeFields(fields))
	const publication = publicationToken(saved.publication)
	if (saved.kind === 'overtaken') return overtakenState(input, saved.publication)
	const story = { saved: true, revisionId: saved.revisionId, publication, slug: saved.slug }
	const refusal = refused ?? saved.refused
	if (refusal) return { ...refusalState(refusal), story, values: { ...tokens(story), slug: [saved.slug] } }
	const path = `/desk/stories/${id}`
	return decision
		? { path, notice: NOTICE_OF[decision.kind], story: { ...story, decided: true } }
		: { path, notice: 'saved', story }
})

/** Concurrency tokens of the saved state, for a form shown again without scripts. */
const tokens = ({ revisionId, publication }: { revisionId: number; publication: string }) => ({
	baseRevisionId: [String(revisionId)],
	publication: [publication],
})

/**
 * Form state after an edit conflict. The newer revision becomes the base of the next save, so that saving again
 * overwrites it knowingly. The publication token stays, since the publish panel is not rendered again.
 */
async function staleState(input: FormInput, theirs: StoryDraft, yours: StoryFields): Promise<FormRetry> {
	const by = theirs.savedBy ?? 'Somebody'
	const at = deskTime(theirs.savedAt, await siteSettings())
	return {
		message: `${by} saved this story at ${at} while you were writing. Nothing was overwritten: both versions are here.`,
		story: {
			saved: false,
			revisionId: theirs.headRevisionId,
			publication: input.text('publication'),
			stale: { by, at, theirs: textOfStory(theirs.fields), yours: textOfStory(yours) },
		},
	}
}

/** Form state after a conflicting publication: the page shows the current state, and the form gets its tokens. */
async function overtakenState(input: FormInput, now: Publication): Promise<FormRetry> {
	const locale = await siteSettings()
	const shown = publicationIn(input.text('publication'))
	const was = shown
		? `When you opened this form, the story was ${publicationWords(shown, locale)}.`
		: 'This form does not say how the story was published when you opened it.'
	const story = {
		saved: false,
		revisionId: input.number('baseRevisionId'),
		publication: publicationToken(now),
	}
	return {
		message: `${was} Now it is ${publicationWords(now, locale)}. Nothing was changed, and all you typed is still here.`,
		story,
		values: tokens(story),
	}
}

const NOTICE_OF: Record<Decision['kind'], Notice> = {
	submit: 'submitted',
	recall: 'recalled',
	approve: 'storyApproved',
	return: 'returned',
	publish: 'published',
	schedule: 'scheduled',
	'update scheduled': 'scheduledUpdated',
	unschedule: 'unscheduled',
	withdraw: 'withdrawn',
	'change date': 'dateChanged',
	undo: 'undone',
}
