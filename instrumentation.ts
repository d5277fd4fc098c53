import { requestContext } from '@/lib/request-context'

/** Next calls this with every error of a page or route, and answers with an error page that says nothing of it. */
export function onRequestError(error: unknown): void {
	requestContext().error ??= error
}
