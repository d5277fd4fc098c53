'use server'

import { type Again, type DeskPost, type Done, deskAction, refusalState } from '@/app/desk/desk-action'
import type { Notice } from '@/app/desk/notices'
import { deskTime } from '@/components/desk/desk-time'
import { findStory, type StoryDraft } from '@/domain/articles/desk'
import { checkFields, type StoryFields } from '@/domain/articles/fields'
import { publishStory, withdrawStory } from '@/domain/articles/publish'
import { saveStory, startStory } from '@/domain/articles/save'
import { changeSlug } from '@/domain/articles/slugs'
import type { Viewer } from '@/domain/permissions'
import { siteSettings } from '@/domain/settings'
import { Refusal } from '@/lib/refusal'
import { instantOf } from '@/lib/zoned-time'
import { fieldsOfPost, sameStory, textOfStory } from './story-fields'

export const startStoryAction = deskAction(async (viewer, post) => {
	const { articleId } = await startStory(viewer, fieldsOfPost(post))
	return { path: `/desk/stories/${articleId}`, notice: 'started', leaves: true }
})

/**
 * Saves the story if anything in it changed, and does what was asked besides with exactly that version. A
 * decision that is refused leaves the story saved, and one on top of somebody else's save is not made.
 */
export const storyAction = deskAction(async (viewer, post): Promise<Done | Again> => {
	const fields = checkFields(fieldsOfPost(post))
	const story = await findStory(viewer, post.number('story'))
	const saved = await saveChanges(viewer, story, { post, fields })
	if (!saved) return staleState(await findStory(viewer, story.id), fields)
	const path = `/desk/stories/${story.id}`
	const decide = DECISIONS.get(post.text('then'))
	if (!decide) return { path, notice: 'saved', story: saved }
	try {
		const notice = await decide(viewer, post, { id: story.id, revisionId: saved.revisionId })
		return { path, notice, story: { ...saved, decided: true } }
	} catch (error) {
		return { ...refusalState(error), story: saved, values: { slug: [saved.slug] } }
	}
})

type Sent = { post: DeskPost; fields: StoryFields }

/** Null when somebody else saved in between. */
async function saveChanges(viewer: Viewer, story: StoryDraft, { post, fields }: Sent) {
	const base = post.number('baseRevisionId')
	if (story.headRevisionId !== base) return null
	const wish = post.text('slug')
	const slug = wish === story.slug ? wish : await changeSlug(viewer, story.id, wish)
	if (sameStory(story.fields, fields)) return { revisionId: base, slug }
	const saved = await saveStory(viewer, story.id, base, fields)
	return saved.kind === 'stale' ? null : { revisionId: saved.revisionId, slug }
}

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

type Version = { id: number; revisionId: number }
type Decision = (viewer: Viewer, post: DeskPost, version: Version) => Promise<Notice>

const publish: Decision = async (viewer, post, { id, revisionId }) => {
	await publishStory(viewer, id, { revisionId, minor: post.text('minor') === 'yes' })
	return 'published'
}

const schedule: Decision = async (viewer, post, { id, revisionId }) => {
	await publishStory(viewer, id, { revisionId, at: await timeToCome(post.text('at')) })
	return 'scheduled'
}

const withdraw: Decision = async (viewer, post, { id }) => {
	await withdrawStory(viewer, id, post.text('reason'))
	return 'withdrawn'
}

const DECISIONS = new Map(Object.entries({ publish, schedule, withdraw }))

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
