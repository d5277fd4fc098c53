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
import type { StoryFields } from '@/domain/articles/fields'
import { type Publication, publicationIn, publicationToken } from '@/domain/articles/publication'
import { saveStory, startStory } from '@/domain/articles/save'
import { findStory } from '@/domain/articles/stories'
import { authorize, type Viewer } from '@/domain/permissions'
import { siteSettings } from '@/domain/settings'
import { decisionIn } from './decision-in'
import { withNewPhoto } from './new-photo'
import { savePhotoTexts } from './photo-texts'
import { keepStale } from './stale-save'
import { fieldsOfPost } from './story-fields'

export const startStoryAction = deskAction(async (viewer, input) => {
	authorize(viewer, 'write stories')
	const fields = await withNewPhoto(viewer, input, fieldsOfPost(input))
	const { articleId } = await startStory(viewer, fields, input.text('autosave'))
	return { path: `/desk/stories/${articleId}`, notice: 'started', leaves: true }
})

/**
 * Saves the story if changed, and applies the decision (publish, schedule, withdraw …) to exactly that text. The
 * text is saved also if the decision is refused. A conflict with a newer save or decision writes nothing.
 */
export const storyAction = deskAction(async (viewer, input): Promise<FormSuccess | FormRetry> => {
	authorize(viewer, 'write stories')
	const [id, base] = [input.number('story'), input.number('baseRevisionId')]
	await savePhotoTexts(viewer, input)
	const fields = await withNewPhoto(viewer, input, fieldsOfPost(input))
	const { decision, refused } = await decisionIn(input)
	const slug = input.list('slug')[0]
	const saved = await saveStory(viewer, id, base, fields, {
		slug,
		decision,
		autosave: input.text('autosave'),
	})
	if (saved.kind === 'stale') return staleState(viewer, input, { id, base, fields, slug })
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

type Stale = { id: number; base: number; fields: StoryFields; slug: string | undefined }

/**
 * Response to an edit conflict. The text is kept on the server for the merge page, which is shown at once without
 * scripts. Later saves of this form lead there too: it still names the revision that it was begun on.
 */
async function staleState(
	viewer: Viewer,
	input: FormInput,
	{ id, base, fields, slug }: Stale,
): Promise<FormSuccess | FormRetry> {
	const theirs = await findStory(viewer, id)
	const by = theirs.savedBy ?? 'Somebody'
	const at = deskTime(theirs.savedAt, await siteSettings())
	const token = await keepStale(viewer, {
		articleId: id,
		token: input.text('autosave'),
		baseRevisionId: base,
		fields,
		slug,
	})
	const merge = `/desk/stories/${id}/merge?autosave=${token}`
	if (!input.stays) return { path: merge, notice: 'stale' }
	return {
		message: `${by} saved this story at ${at} while you were writing. Nothing was overwritten, and your text is kept.`,
		story: {
			saved: false,
			revisionId: base,
			publication: input.text('publication'),
			stale: { by, at, merge },
		},
		values: { autosave: [token] },
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
