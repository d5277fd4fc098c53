import { redirect } from 'next/navigation'
import { showDeskError, showErrorPage } from '@/app/_http/page-errors'
import { viewer } from '@/app/_http/viewer'
import { authorize, can, type Permission, type StaffViewer } from '@/domain/permissions'
import { markPresent } from '@/domain/presence'
import { isRefusal } from '@/lib/refusal'
import { idIn } from './params'

/** Viewer of a desk page. Redirects to sign-in without a session; shows a 403 page without the permission. */
export async function deskViewer(
	path: string,
	permission: Permission = 'enter the desk',
): Promise<StaffViewer> {
	const deskUser = await viewer()
	if (!deskUser.person) redirect(`/sign-in?next=${encodeURIComponent(path)}`)
	if (deskUser.session?.lacksFactor) redirect('/account?done=factor-needed#factors')
	if (!can(deskUser, permission))
		(can(deskUser, 'enter the desk') ? showDeskError : showErrorPage)(
			403,
			'Not part of your work here',
			`You are signed in as ${deskUser.person.name}, and your role (${deskUser.person.role}) may not ${permission}. Whoever runs this site can change that.`,
		)
	authorize(deskUser, permission)
	await markPresent(deskUser.person.id)
	return deskUser
}

/** Awaits a domain read; maps its refusals to a 403 or 404 page, other errors are rethrown. */
export async function orErrorPage<T>(reading: Promise<T>): Promise<T> {
	try {
		return await reading
	} catch (error) {
		if (!isRefusal(error)) throw error
		if (error.code === 'forbidden') return showDeskError(403, 'Not allowed', error.message)
		return showDeskError(404, 'Not on the desk', error.message)
	}
}

/** Parses an id from a path such as /desk/stories/12; ends the render with 404 if malformed. */
export function parseId(text: string): number {
	return idIn(text) ?? showDeskError(404, 'Not on the desk', 'There is nothing at this address.')
}
