'use server'

import { deskAction } from '@/app/desk/desk-action'
import { authorize } from '@/domain/permissions'
import { mergeTag, renameTag } from '@/domain/tags'
import { Refusal } from '@/lib/refusal'

export const renameTagAction = deskAction(async (viewer, { text, number }) => {
	const id = number('tag')
	await renameTag(viewer, id, text('name'))
	return { path: `/desk/tags/${id}`, notice: 'tagRenamed' }
})

export const mergeTagAction = deskAction(async (viewer, { text, number }) => {
	authorize(viewer, 'edit tags')
	if (text('sure') !== 'yes')
		throw new Refusal('invalid', 'Please tick that the tags are merged for good.', 'sure')
	const into = await mergeTag(viewer, number('tag'), text('into'))
	return { path: `/desk/tags/${into}`, notice: 'tagMerged', leaves: true }
})
