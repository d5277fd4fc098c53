import { adIdIn, isCounted } from '@/app/_http/counted-request'
import { countAd } from '@/domain/ad-counts'
import type { RouteRequest } from '@/lib/route-request'

/** A transparent GIF of one pixel. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

type Context = { params: Promise<{ id: string }> }

/** Counts an impression; the answer is the same for every id and reader. */
export async function GET(request: RouteRequest, { params }: Context): Promise<Response> {
	await countAd(adIdIn((await params).id), isCounted(request) ? 'impressions' : null)
	return new Response(PIXEL, { headers: { 'Content-Type': 'image/gif', 'Cache-Control': 'no-store' } })
}
