import { viewer } from '@/app/_http/viewer'
import { findPhotosPage } from '@/domain/photos/read'
import { isRefusal } from '@/lib/refusal'

/** One page of the photo library as JSON, for the photo pickers of a story. */
export async function GET(request: Request): Promise<Response> {
	const { searchParams } = new URL(request.url)
	const before = Number(searchParams.get('before'))
	try {
		return Response.json(
			await findPhotosPage(await viewer(), {
				query: searchParams.get('query') ?? '',
				before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
			}),
		)
	} catch (error) {
		if (!isRefusal(error)) throw error
		const status = error.code === 'unauthenticated' ? 401 : 403
		return Response.json({ message: error.message }, { status })
	}
}
