import { handleForm, success } from '@/app/_http/form-route'
import { threadCookie } from '@/app/_http/set-cookies'
import { storyPath } from '@/app/(reader)/list-paths'
import type { RouteRequest } from '@/lib/route-request'
import { orderOf } from '@/lib/thread-order'
import { decodeSafely } from '@/lib/urls'

type Context = { params: Promise<{ slug: string }> }

/** Stores the order of comments in a cookie, and leads to its address. */
export const POST = async (request: RouteRequest, { params }: Context): Promise<Response> => {
	const slug = decodeSafely((await params).slug)
	return handleForm(request, {
		run: async (fields) => {
			const order = orderOf(fields)
			return success(request, {
				location: `${storyPath(slug, { order })}#comments`,
				data: () => order,
				cookies: [threadCookie(order)],
			})
		},
	})
}
