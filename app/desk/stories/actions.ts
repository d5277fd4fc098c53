'use server'

import { type Again, type Done, deskAction } from '@/app/desk/desk-action'
import { deskTime } from '@/components/desk/desk-time'
import { findStory, type StoryDraft } from '@/domain/articles/desk'
import { checkFields, type StoryFields } from '@/domain/articles/fields'
import { publishStory, withdrawStory } from '@/domain/articles/publish'
import { saveStory, startStory } from '@/domain/articles/save'
import { changeSlug } from '@/domain/articles/slugs'
import { siteSettings } from '@/domain/settings'
import { Refusal } from '@/lib/refusal'
import { instantOf } from '@/lib/zoned-time'
import { fieldsOfPost, textOfStory } from './story-fields'

export const startStoryAction = deskAction(async (viewer, post) => {
	const { articleId } = await startStory(viewer, fieldsOfPost(post))
	return { path: `/desk/stories/${articleId}`, notice: 'started', leaves: true }
})

export const saveStoryAction = deskAction(async (viewer, post): Promise<Done | Again> => {
	const fields = checkFields(fieldsOfPost(post))
	const story = await findStory(viewer, post.number('story'))
	const base = post.number('baseRevisionId')
	if (story.headRevisionId !== base) return staleState(story, fields)
	if (post.text('slug') !== story.slug) await changeSlug(viewer, story.id, post.text('slug'))
	const saved = await saveStory(viewer, story.id, base, fields)
	if (saved.kind === 'stale') return staleState(await findStory(viewer, story.id), fields)
	return {
		path: `/desk/stories/${story.id}`,
		notice: 'saved',
		story: { revisionId: saved.revisionId },
	}
})

/** Their revision becomes the base of the next save, so that saving again is a decision and no accident. */
async function staleState(theirs: StoryDraft, yours: StoryFields): Promise<Again> {
	const by = theirs.savedBy ?? 'Somebody'
	const at = deskTime(theirs.savedAt, await siteSettings())
	return {
		message: `${by} saved this story at ${at} while you were writing. Nothing was overwritten: both versions are here.`,
		story: {
			revisionId: theirs.headRevisionId,
			stale: { by, at, theirs: textOfStory(theirs.fields), yours: textOfStory(yours) },
		},
	}
}

export const publishStoryAction = deskAction(async (viewer, post) => {
	const id = post.number('story')
	const wish = { revisionId: post.number('revisionId'), minor: post.text('minor') === 'yes' }
	const path = `/desk/stories/${id}`
	const later = post.list('at').length > 0
	if (!later) {
		await publishStory(viewer, id, wish)
		return { path, notice: 'published', leaves: true }
	}
	await publishStory(viewer, id, { ...wish, at: await timeToCome(post.text('at')) })
	return { path, notice: 'scheduled', leaves: true }
})

async function timeToCome(local: string): Promise<Date> {
	const { timeZone } = await siteSettings()
	const at = instantOf(local, timeZone)
	if (!local) throw new Refusal('invalid', 'Please choose a day and a time.', 'at')
	if (!at)
		throw new Refusal(
			'invalid',
			`The clocks of ${timeZone} never show ${local.replace('T', ' ')}. Please choose another time.`,
			'at',
		)
	if (at <= new Date()) throw new Refusal('invalid', 'That time has passed. Please choose a later one.', 'at')
	return at
}

export const withdrawStoryAction = deskAction(async (viewer, post) => {
	const id = post.number('story')
	await withdrawStory(viewer, id, post.text('reason'))
	return { path: `/desk/stories/${id}`, notice: 'withdrawn', leaves: true }
})
