import { deskRoute } from '@/app/_http/desk-route'
import { deskTime } from '@/components/desk/desk-time'
import { autosaveStory, discardAutosave } from '@/domain/articles/autosave'
import { siteSettings } from '@/domain/settings'
import { Refusal } from '@/lib/refusal'

/** Autosaves a story form, or discards the autosave named by `discard`; responds with the time as words. */
export const POST = deskRoute(async (viewer, form) => {
	const text = (name: string) => String(form.get(name) ?? '')
	if (form.has('discard')) {
		await discardAutosave(viewer, text('discard'))
		return {}
	}
	if (text('person') !== viewer.person.id)
		throw new Refusal('conflict', `You are signed in as ${viewer.person.name} now.`)
	const isNew = text('story') === 'new'
	const { savedAt } = await autosaveStory(viewer, {
		token: text('token'),
		articleId: isNew ? null : Number(text('story')),
		baseRevisionId: isNew ? null : Number(text('base')),
		fields: fieldsIn(text('fields')),
	})
	return { at: deskTime(savedAt, await siteSettings()) }
})

function fieldsIn(json: string) {
	try {
		return JSON.parse(json)
	} catch {
		throw new Refusal('invalid', 'The text did not arrive whole.')
	}
}
