'use server'

import { deskAction } from '@/app/desk/desk-action'
import { profileIn } from '@/app/desk/people/profile-input'
import { authorize } from '@/domain/permissions'
import { changeProfile, findProfile } from '@/domain/profiles'

export const changeOwnProfileAction = deskAction(async (viewer, input) => {
	authorize(viewer, 'enter the desk')
	const { id } = viewer.person
	const { fields } = await findProfile(viewer, id)
	await changeProfile(viewer, id, await profileIn(viewer, input, fields))
	return { path: '/desk/profile', notice: 'saved' }
})
