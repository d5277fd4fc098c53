'use server'

import { deskAction, type FormInput, type FormRetry } from '@/app/desk/desk-action'
import { listPath } from '@/app/desk/params'
import { changeStorySection } from '@/domain/articles/change-section'
import { planStory } from '@/domain/articles/planning'
import { decideAbout } from '@/domain/articles/publish'
import { findStory } from '@/domain/articles/stories'
import { trashStory } from '@/domain/articles/trash'
import { authorize, type Viewer } from '@/domain/permissions'
import { isRefusal, Refusal } from '@/lib/refusal'

/** Stories of a page of the list. */
const SELECTED_MAX = 100

/** Applies one step to each selected story. Refused stories stay selected, each with its reason. */
export const bulkAction = deskAction(async (viewer, input) => {
	authorize(viewer, 'write stories')
	const ids = input.list('selected').map(Number).slice(0, SELECTED_MAX)
	if (ids.length === 0) throw new Refusal('invalid', 'Please tick the stories you mean first.')
	const step = stepOf(viewer, input)
	const refused: { id: number; words: string }[] = []
	for (const id of ids) {
		const words = await refusalOf(viewer, id, step)
		if (words) refused.push({ id, words })
	}
	if (refused.length > 0) return refusedState(ids.length, refused)
	const shown = ['query', 'whose', 'state', 'section', 'author', 'past'].map((name) => [
		name,
		input.text(name),
	])
	const notice = input.text('bulk') === 'trash' ? 'trashed' : 'bulkDone'
	return { path: listPath('/desk', Object.fromEntries(shown)), notice, leaves: true }
})

type Step = (id: number) => Promise<void>

function stepOf(viewer: Viewer, { text }: FormInput): Step {
	const batch = crypto.randomUUID()
	switch (text('bulk')) {
		case 'submit':
			return (id) => decideAbout(viewer, id, { kind: 'submit' })
		case 'approve':
			return (id) => decideAbout(viewer, id, { kind: 'approve' })
		case 'assign':
			return (id) => planStory(viewer, id, { assignee: text('assignee') })
		case 'section': {
			const section = text('toSection')
			if (!section) throw new Refusal('invalid', 'Please choose a section.', 'toSection')
			return (id) => changeStorySection(viewer, id, section)
		}
		case 'trash':
			return (id) => trashStory(viewer, id, batch)
		default:
			throw new Refusal('invalid', 'Please choose what to do with the stories.')
	}
}

async function refusalOf(viewer: Viewer, id: number, step: Step): Promise<string | null> {
	try {
		await step(id)
		return null
	} catch (error) {
		if (!isRefusal(error)) throw error
		return `${await headlineOf(viewer, id)}: ${error.message}`
	}
}

async function headlineOf(viewer: Viewer, id: number): Promise<string> {
	try {
		return `“${(await findStory(viewer, id)).fields.headline}”`
	} catch (error) {
		if (isRefusal(error)) return `Story ${id}`
		throw error
	}
}

function refusedState(selected: number, refused: { id: number; words: string }[]): FormRetry {
	const rest =
		selected === refused.length
			? 'Nothing was changed.'
			: `Done with ${selected - refused.length} of ${selected}.`
	return {
		message: `${rest} ${refused.map(({ words }) => words).join(' ')}`,
		values: { selected: refused.map(({ id }) => String(id)) },
		changed: true,
	}
}
