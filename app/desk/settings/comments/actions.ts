'use server'

import { deskAction } from '@/app/desk/desk-action'
import { tryText } from '@/domain/comments/try-text'

export const tryTextAction = deskAction(async (viewer, { text }) => ({
	tried: await tryText(viewer, { name: text('name'), text: text('text') }),
}))
