'use server'

import { deskAction } from '@/app/desk/desk-action'
import { inviteColleague, renewInvitation, revokeInvitation } from '@/domain/invite'
import { makePasswordLink } from '@/domain/password-links'
import { authorize, authorizeFor } from '@/domain/permissions'
import { changeRole, disablePerson, enablePerson } from '@/domain/person-access'
import { EMPTY_PROFILE } from '@/domain/profile-fields'
import { changeProfile, createAuthor, findProfile } from '@/domain/profiles'
import { requireRecentSignIn } from '@/domain/recent-sign-in'
import type { Role } from '@/lib/roles'
import { profileIn } from './profile-input'
import { showLink } from './show-link'

const path = '/desk/people/invitations'

/** An action on accounts, which needs a recent sign-in. */
const confirmedAction = (run: Parameters<typeof deskAction>[0]) =>
	deskAction(async (viewer, input) => {
		authorize(viewer, 'manage people')
		requireRecentSignIn(viewer)
		return run(viewer, input)
	})

const pageOf = (personId: string): string => `/desk/people/${encodeURIComponent(personId)}`

export const changeProfileAction = deskAction(async (viewer, input) => {
	const personId = input.text('person')
	authorize(viewer, 'enter the desk')
	const { person, fields } = await findProfile(viewer, personId)
	// Before the picture of the form is added to the photographs.
	if (personId !== viewer.person.id) authorizeFor(viewer, person.role)
	await changeProfile(viewer, personId, await profileIn(viewer, input, fields))
	return { path: pageOf(personId), notice: 'saved' }
})

export const createAuthorAction = deskAction(async (viewer, input) => {
	authorize(viewer, 'manage people')
	const personId = await createAuthor(viewer, await profileIn(viewer, input, EMPTY_PROFILE))
	return { path: pageOf(personId), notice: 'authorAdded', leaves: true }
})

export const changeRoleAction = confirmedAction(async (viewer, { text }) => {
	await changeRole(viewer, text('person'), text('role') as Role)
	return { path: pageOf(text('person')), notice: 'roleChanged' }
})

export const changeAccessAction = confirmedAction(async (viewer, { text }) => {
	const enable = text('access') === 'enable'
	await (enable ? enablePerson : disablePerson)(viewer, text('person'))
	return { path: pageOf(text('person')), notice: enable ? 'personEnabled' : 'personDisabled' }
})

export const makePasswordLinkAction = confirmedAction(async (viewer, { text }) =>
	showLink(await makePasswordLink(viewer, text('person'))),
)

export const inviteAction = confirmedAction(async (viewer, { text }) => {
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

export const changeInvitationAction = confirmedAction(async (viewer, { text }) => {
	const again = text('again')
	if (!again) {
		await revokeInvitation(viewer, text('revoke'))
		return { path, notice: 'invitationRevoked' }
	}
	const sent = await renewInvitation(viewer, again)
	return sent.mail === 'sent' ? { path, notice: 'invitationMailed' } : showLink(sent)
})
