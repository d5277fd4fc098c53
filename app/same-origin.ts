import type { Asked } from '@/lib/asked'
import { env } from '@/lib/env'
import { Refusal } from '@/lib/refusal'

/**
 * Refuses a write that another site's page sent. Every current browser says where a POST comes from;
 * a client that says nothing is no browser and carries nobody's cookies.
 *
 * @throws Refusal `forbidden`
 */
export function demandSameOrigin(request: Pick<Asked, 'headers'>): void {
	const site = request.headers.get('sec-fetch-site')
	const origin = request.headers.get('origin')
	const fromHere = site ? site === 'same-origin' : origin === null || isHere(origin, request)
	if (!fromHere)
		throw new Refusal(
			'forbidden',
			'This was sent from another site, so nothing was recorded. Please use the page here.',
		)
}

function isHere(origin: string, request: Pick<Asked, 'headers'>): boolean {
	if (origin === env.siteUrl) return true
	try {
		return new URL(origin).host === request.headers.get('host')
	} catch {
		return false
	}
}
