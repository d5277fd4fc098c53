'use server'

import { deskAction } from '@/app/desk/desk-action'
import { handleAccessibilityMessage } from '@/domain/accessibility-messages'

export const handleMessageAction = deskAction(async (viewer, { text, number }) => {
	const handled = text('handled') === 'yes'
	await handleAccessibilityMessage(viewer, number('message'), handled)
	return handled
		? { path: '/desk/accessibility', notice: 'messageHandled', leaves: true }
		: { path: '/desk/accessibility?show=handled', notice: 'messageReopened', leaves: true }
})
