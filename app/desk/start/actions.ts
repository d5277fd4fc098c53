'use server'

import { deskAction, type FormSuccess } from '@/app/desk/desk-action'
import { showLink } from '@/app/desk/people/show-link'
import { adoptDemoSections } from '@/domain/demo/adopt'
import { removeDemo } from '@/domain/demo/remove'
import { answerQuestion, dismissFirstRun, type FirstRunStep } from '@/domain/first-run'
import { inviteColleague } from '@/domain/invite'
import { can, type Viewer } from '@/domain/permissions'
import { createSections, hasSections } from '@/domain/sections'
import { changeSettings } from '@/domain/settings'
import { oneLine } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'
import type { Role } from '@/lib/roles'
import { firstRunOf, nextPath } from './steps'

async function answered(viewer: Viewer, step: FirstRunStep): Promise<FormSuccess> {
	await answerQuestion(viewer, step)
	return { path: nextPath(await firstRunOf(viewer), step), notice: 'saved', leaves: true }
}

export const nameAction = deskAction(async (viewer, { text }) => {
	await changeSettings(viewer, { siteName: oneLine(text('siteName')) })
	return answered(viewer, 'name')
})

export const languageAction = deskAction(async (viewer, { text }) => {
	await changeSettings(viewer, { language: text('language'), timeZone: text('timeZone') })
	return answered(viewer, 'language')
})

export const sectionsAction = deskAction(async (viewer, { text, list }) => {
	const typed = text('names').split('\n').map(oneLine)
	const names = [...list('proposed'), ...typed].filter(Boolean)
	if (can(viewer, 'change settings') && names.length === 0 && !(await hasSections()))
		throw new Refusal(
			'invalid',
			'Please name at least one section; every published story stands in one.',
			'names',
		)
	await createSections(viewer, names).catch((error) => {
		// All names are in one field.
		throw error instanceof Refusal && error.field ? new Refusal(error.code, error.message, 'names') : error
	})
	await adoptDemoSections(viewer, list('adopted').map(Number))
	return answered(viewer, 'sections')
})

export const colleagueAction = deskAction(async (viewer, { text }) => {
	const colleague = { email: text('email'), name: text('name'), role: text('role') as Role }
	const sent = await inviteColleague(viewer, colleague)
	await answerQuestion(viewer, 'colleague')
	if (sent.mail === 'sent') return { path: '/desk/start/colleague', notice: 'invitationMailed' }
	return { ...showLink(sent), values: { email: [''], name: [''] } }
})

export const demoAction = deskAction(async (viewer, { text }) => {
	if (text('demo') === 'remove') await removeDemo(viewer)
	return answered(viewer, 'demo')
})

export const dismissAction = deskAction(async (viewer) => {
	await dismissFirstRun(viewer)
	return { path: '/desk/start/ready', notice: 'firstRunDismissed', leaves: true }
})
