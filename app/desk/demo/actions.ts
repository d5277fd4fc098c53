'use server'

import { deskAction } from '@/app/desk/desk-action'
import { removeDemo } from '@/domain/demo/remove'
import { authorize } from '@/domain/permissions'
import { Refusal } from '@/lib/refusal'

/** The word that the form asks for; it is the same in every language. */
const WORD = 'remove'

export const removeDemoAction = deskAction(async (viewer, { text, list }) => {
	authorize(viewer, 'remove the demo edition')
	if (text('word').trim().toLowerCase() !== WORD)
		throw new Refusal('invalid', `Please type “${WORD}” to confirm. Nothing was removed.`, 'word')
	await removeDemo(viewer, list('also'))
	return { path: '/desk/demo', notice: 'demoRemoved', leaves: true }
})
