import { notFound } from 'next/navigation'
import { type ResponseOverride, requestContext } from '@/lib/request-context'

/** Ends the render; the server sends the response override in place of the page. */
export function endWithOverride(override: ResponseOverride): never {
	requestContext().override = override
	return notFound()
}

/** Ends the render with a permanent redirect (301). */
export function permanentRedirect(location: string): never {
	return endWithOverride({ kind: 'redirect', location })
}

/** Ends the render with an error page of the given status. */
export function showErrorPage(status: number, title: string, detail: string): never {
	return endWithOverride({ kind: 'error', status, title, detail })
}

/** Ends the render of a page of the desk, for a viewer with access to it. */
export function showDeskError(status: number, title: string, detail: string): never {
	return endWithOverride({ kind: 'error', status, title, detail, desk: true })
}
