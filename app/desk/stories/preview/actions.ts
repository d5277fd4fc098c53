'use server'

import { deskAction } from '@/app/desk/desk-action'
import { createPreviewLink, revokePreviewLink } from '@/domain/preview-links'
import { env } from '@/lib/env'

export const previewLinkAction = deskAction(async (viewer, { text, number }) => {
	const story = number('story')
	const path = `/desk/stories/${story}/preview`
	const revoked = text('revoke')
	if (revoked) {
		await revokePreviewLink(viewer, story, revoked)
		return { path, notice: 'previewRevoked' }
	}
	const token = await createPreviewLink(viewer, story, number('days'))
	return {
		link: `${env.siteUrl}/preview/${token}`,
		notice: 'Copy the link now; it is shown this once.',
	}
})
