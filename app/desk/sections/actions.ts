'use server'

import { deskAction } from '@/app/desk/desk-action'
import { createSection } from '@/domain/sections'

export const createSectionAction = deskAction(async (viewer, { text }) => {
	await createSection(viewer, { name: text('name'), slug: text('slug') })
	return { path: '/desk/sections', notice: 'sectionMade' }
})
