import { requestContext } from '@/lib/request-context'

/** Next hook for errors of pages and routes: keeps the first one, which Next does not pass to the server. */
export function onRequestError(error: unknown): void {
	requestContext().error ??= error
}
