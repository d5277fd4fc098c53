import { redirect } from 'next/navigation'
import { showErrorPage } from '@/app/_http/page-errors'
import { viewer } from '@/app/_http/viewer'
import { authorize, can, type Permission, type StaffViewer } from '@/domain/permissions'
import { isRefusal } from '@/lib/refusal'

/** Who opens a page of the desk: strangers sign in first and come back, others are told plainly. */
export async function deskViewer(
	path: string,
	permission: Permission = 'enter the desk',
): Promise<StaffViewer> {
	const who = await viewer()
	if (!who.person) redirect(`/sign-in?next=${encodeURIComponent(path)}`)
	if (!can(who, permission))
		showErrorPage(
			403,
			'Not part of your work here',
			`You are signed in as ${who.person.name}, and your role (${who.person.role}) may not ${permission}. Whoever runs this site can change that.`,
		)
	authorize(who, permission)
	return who
}

/** What a page reads; what the domain refuses becomes a page that says so. */
export async function orErrorPage<T>(reading: Promise<T>): Promise<T> {
	try {
		return await reading
	} catch (error) {
		if (!isRefusal(error)) throw error
		if (error.code === 'forbidden') return showErrorPage(403, 'Not allowed', error.message)
		return showErrorPage(404, 'Not on the desk', error.message)
	}
}

/** The number in an address such as /desk/stories/12. */
export function parseId(text: string): number {
	if (!/^[1-9]\d{0,14}$/.test(text))
		return showErrorPage(404, 'Not on the desk', 'There is nothing at this address.')
	return Number(text)
}
