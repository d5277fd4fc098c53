import { authorize, type StaffViewer } from '@/domain/permissions'
import { refusalFor } from '@/lib/storage-failure'
import { parseForm, problemResponse } from './form-route'
import { requireSameOrigin } from './same-origin'
import { viewer } from './viewer'

/**
 * Wraps a POST handler of the desk that answers scripts with JSON: checks origin and desk access before the form is
 * parsed; a refusal is answered as `application/problem+json`. Its path goes in `form-routes.ts`.
 */
export function deskRoute(run: (viewer: StaffViewer, form: FormData) => Promise<unknown>) {
	return async (request: Request): Promise<Response> => {
		try {
			requireSameOrigin(request)
			const deskUser = await viewer()
			authorize(deskUser, 'enter the desk')
			const result = await run(deskUser, await parseForm(request))
			return Response.json(result, { headers: { 'Cache-Control': 'no-store' } })
		} catch (error) {
			return problemResponse(refusalFor(error))
		}
	}
}
