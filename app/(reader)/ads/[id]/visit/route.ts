import { adIdIn, isCounted } from '@/app/_http/counted-request'
import { refusalPage } from '@/app/_http/form-route'
import { countAd } from '@/domain/ad-counts'
import { siteSettings } from '@/domain/settings'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import { requestContext } from '@/lib/request-context'
import type { RouteRequest } from '@/lib/route-request'
import { encodeLocation } from '@/lib/urls'

type Context = { params: Promise<{ id: string }> }

/** Counts a click, and redirects to the stored link of the advertisement only, against open redirects. */
export async function GET(request: RouteRequest, { params }: Context): Promise<Response> {
	const address = await countAd(adIdIn((await params).id), isCounted(request) ? 'clicks' : null)
	if (!address) {
		await siteSettings()
		requestContext().override = refusalPage(new Refusal('not-found', messages().refusals.noAd))
		return new Response(null, { status: 404, headers: { 'Cache-Control': 'no-store' } })
	}
	return new Response(null, {
		status: 302,
		headers: { Location: encodeLocation(address), 'Cache-Control': 'no-store' },
	})
}
