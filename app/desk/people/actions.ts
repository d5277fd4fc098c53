'use server'

import { deskAction } from '@/app/desk/desk-action'
import { inviteColleague, renewInvitation, revokeInvitation } from '@/domain/invite'
import type { Role } from '@/lib/roles'
import { showLink } from './show-link'

const path = '/desk/people/invitations'

export const inviteAction = deskAction(async (viewer, { text }) => {
	const sent = await inviteColleague(viewer, {
		email: text('email'),
		name: text('name'),
		role: text('role') as Role,
		personId: text('person') || undefined,
	})
	if (sent.mail === 'sent') return { path, notice: 'invitationMailed' }
	// The form is empty for the next colleague; without scripts it would be shown as submitted.
	return { ...showLink(sent), values: { email: [''], name: [''] } }
})

export const changeInvitationAction = deskAction(async (viewer, { text }) => {
	const again = text('again')
	if (!again) {
		await revokeInvitation(viewer, text('revoke'))
		return { path, notice: 'invitationRevoked' }
	}
	const sent = await renewInvitation(viewer, again)
	return sent.mail === 'sent' ? { path, notice: 'invitationMailed' } : showLink(sent)
})
