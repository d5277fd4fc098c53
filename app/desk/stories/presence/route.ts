import { deskRoute } from '@/app/_http/desk-route'
import { editorWords } from '@/components/desk/stories/presence/editor-words'
import { leaveStory, renewEditor, takeOver } from '@/domain/articles/story-editors'
import { siteSettings } from '@/domain/settings'

/**
 * Renews the open form `token` of a story, ends it with `leave`, or takes the story over with `takeOver`;
 * responds with the story's other open forms.
 */
export const POST = deskRoute(async (viewer, form) => {
	const token = String(form.get('token') ?? '')
	if (form.has('leave')) {
		await leaveStory(viewer, token)
		return {}
	}
	const articleId = Number(form.get('story'))
	if (form.has('takeOver')) await takeOver(viewer, articleId, token)
	const seconds = Number(form.get('typed') || Number.NaN)
	const typedAt = seconds >= 0 ? new Date(Date.now() - Math.min(seconds, 86_400) * 1000) : null
	const renewal = { articleId, token, typedAt }
	const { others, takenOverBy } = await renewEditor(viewer, renewal)
	return { others: editorWords(others, await siteSettings()), takenOverBy }
})
