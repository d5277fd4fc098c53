'use server'

import { deskAction, type FormInput } from '@/app/desk/desk-action'
import { duplicateStory } from '@/domain/articles/duplicate'
import {
	deleteForEver as deleteStory,
	restoreFromTrash,
	trashStory,
	undoTrash,
} from '@/domain/articles/trash'
import { authorize, type Viewer } from '@/domain/permissions'
import { requireRecentSignIn } from '@/domain/recent-sign-in'
import { KINDS } from '@/domain/trash/kinds'
import { TRASH_KINDS, type TrashKind } from '@/domain/trash/rows'
import { deleteForEver, moveToTrash, restore } from '@/domain/trash/trash'
import { Refusal } from '@/lib/refusal'

/** Copies a story, or moves it to the trash, by the pressed button. */
export const manageAction = deskAction(async (viewer, input) => {
	const id = input.number('story')
	if (input.text('do') === 'duplicate') {
		const { articleId } = await duplicateStory(viewer, id)
		return { path: `/desk/stories/${articleId}`, notice: 'duplicated', leaves: true }
	}
	await trashStory(viewer, id)
	return { path: '/desk', notice: 'trashed', leaves: true }
})

/** Moves anything but a story to the trash. */
export const removeAction = deskAction(async (viewer, { text }) => {
	const { kind, id } = keyIn(text('key'))
	if (kind === 'story') throw unknownKey()
	requireSureOf(viewer, kind)
	await moveToTrash(viewer, kind, id)
	return { path: '/desk/trash', notice: 'trashed', leaves: true }
})

/** Restores the thing of the pressed button, or deletes it for ever. */
export const trashAction = deskAction(async (viewer, { text }) => {
	authorize(viewer, 'write stories')
	if (text('restore')) return restored(viewer, keyIn(text('restore')))
	authorize(viewer, 'empty the trash')
	const { kind, id } = keyIn(text('delete'))
	requireRecentSignIn(viewer)
	if (kind === 'story') await deleteStory(viewer, Number(id))
	else await deleteForEver(viewer, kind, id)
	// The form, which would show the notice, goes with the last entry.
	return { path: '/desk/trash', notice: 'deleted', leaves: true }
})

async function restored(viewer: Viewer, { kind, id }: Key) {
	if (kind === 'story') await restoreFromTrash(viewer, Number(id))
	else {
		requireSureOf(viewer, kind)
		await restore(viewer, kind, id)
	}
	return { path: pageOf({ kind, id }), notice: 'untrashed', leaves: true } as const
}

/** The return of a person is the return of an account. */
function requireSureOf(viewer: Viewer, kind: TrashKind): void {
	authorize(viewer, KINDS[kind].permission)
	if (kind === 'person') requireRecentSignIn(viewer)
}

type Key = { kind: TrashKind | 'story'; id: string }

const PAGES: Record<Key['kind'], string> = {
	story: '/desk/stories/',
	photo: '/desk/photographs/',
	ad: '/desk/advertisements/',
	section: '/desk/sections/',
	tag: '/desk/tags/',
	person: '/desk/people/',
}

const pageOf = ({ kind, id }: Key): string => PAGES[kind] + encodeURIComponent(id)

const unknownKey = () => new Refusal('not-found', 'This is not in the trash any more.')

function keyIn(text: string): Key {
	const [, name = '', id = ''] = /^(\w+):([\w-]{1,60})$/.exec(text) ?? []
	const kind = (['story', ...TRASH_KINDS] as const).find((each) => each === name)
	if (!kind || (kind !== 'person' && !/^[1-9]\d{0,14}$/.test(id))) throw unknownKey()
	return { kind, id }
}

export const undoTrashAction = deskAction(async (viewer, input) => {
	authorize(viewer, 'write stories')
	for (const event of eventsIn(input)) await undoTrash(viewer, event)
	return { path: '/desk', notice: 'undone', leaves: true }
})

function eventsIn({ text }: FormInput): number[] {
	if (!/^\d{1,15}(,\d{1,15}){0,99}$/.test(text('events')))
		throw new Refusal('invalid', 'There is nothing to undo.')
	return text('events').split(',').map(Number)
}
