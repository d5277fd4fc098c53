import { redirect } from 'next/navigation'
import { answerProblem } from '@/app/answers'
import { viewer } from '@/app/viewer'
import { demand, may, type Permission, type StaffViewer } from '@/domain/permissions'
import { isRefusal } from '@/lib/refusal'

/** Who opens a page of the desk: strangers sign in first and come back, others are told plainly. */
export async function deskViewer(
	path: string,
	permission: Permission = 'enter the desk',
): Promise<StaffViewer> {
	const who = await viewer()
	if (!who.person) redirect(`/sign-in?next=${encodeURIComponent(path)}`)
	if (!may(who, permission))
		answerProblem(
			403,
			'Not part of your work here',
			`You are signed in as ${who.person.name}, and your role (${who.person.role}) may not ${permission}. Whoever runs this site can change that.`,
		)
	demand(who, permission)
	return who
}

/** What a page reads; what the domain refuses becomes a page that says so. */
export async function orProblem<T>(reading: Promise<T>): Promise<T> {
	try {
		return await reading
	} catch (error) {
		if (!isRefusal(error)) throw error
		if (error.code === 'forbidden') return answerProblem(403, 'Not allowed', error.message)
		return answerProblem(404, 'Not on the desk', error.message)
	}
}

/** The number in an address such as /desk/stories/12. */
export function numberIn(text: string): number {
	if (!/^[1-9]\d{0,14}$/.test(text))
		return answerProblem(404, 'Not on the desk', 'There is nothing at this address.')
	return Number(text)
}
