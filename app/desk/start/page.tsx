import { redirect } from 'next/navigation'
import { deskViewer } from '@/app/desk/desk-viewer'
import { findFirstRun } from '@/domain/first-run'
import { stepPath } from './steps'

/** Redirects to the first open question; on a site without a first run to the desk. */
export default async function StartPage() {
	const deskUser = await deskViewer('/desk/start', 'change settings')
	const run = await findFirstRun(deskUser)
	redirect(run ? stepPath(run.steps.find(({ answered }) => !answered)?.step ?? 'ready') : '/desk')
}
